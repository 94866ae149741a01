-- One row a source that is known by the host of a link alone, and the one publisher whose articles stand on that host.
with held as (
    select distinct regexp_extract(lower(url), '^[a-z]+://(?:www\.)?([^/:?#]+)', 1) as host, publisher_id
    from articles
    where url is not null and publisher_id is not null and gone_at is null)
select s.source_id, min(h.publisher_id) as into_id
from sources s
join held h on h.host = lower(s.name)
where not s.in_corpus
group by s.source_id
having count(distinct h.publisher_id) = 1
order by s.source_id;
