-- One row an article, latest version.
select a.article_id, a.title, s.name as outlet, a.text
from articles a
left join sources s on s.source_id = a.publisher_id
where a.is_latest
order by a.article_id;
