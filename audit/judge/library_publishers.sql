-- One row an article and the name of who published it.
select a.article_id, s.name
from articles a
join sources s on s.source_id = a.publisher_id
where a.is_latest;
