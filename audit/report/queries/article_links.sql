-- One row a hyperlink in an article of $ids, in the order of the text.
select l.article_id, l.start_char, l.end_char, l.url, l.target_url, l.kind
from links l
join articles a using (article_id, version)
where a.is_latest and list_contains($ids, l.article_id)
order by l.article_id, l.start_char, l.end_char, l.url;
