-- One row words of an article that name whom it credits, latest version: they say where a sentence is from, not what.
select c.article_id, c.start_char, c.end_char
from credits c
join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
where c.article_id in $ids
order by all;
