-- One row the name of a publisher of which anything is held, as its own pages have it: no other text has a say in it.
select distinct r.name
from source_readings r
join articles a using (article_id, version)
where a.gone_at is null and r.part = 'page' and r.source_id = coalesce(a.own_publisher_id, a.publisher_id)
order by r.name;
