-- One row a stretch between quotation marks in a latest version.
select q.article_id, q.start_char, q.end_char
from quotes q
join articles a using (article_id, version)
where a.is_latest and q.kind in ('direct', 'mixed')
order by q.article_id, q.start_char, q.end_char;
