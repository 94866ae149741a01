-- One row a hyperlink that leads to an article that is held.
select l.article_id, l.start_char, l.end_char, min(t.article_id) as target
from links l
join articles a on a.article_id = l.article_id and a.version = l.version and a.is_latest
join articles t on t.is_latest and t.url = l.target_url and t.article_id <> l.article_id
group by all
order by all;
