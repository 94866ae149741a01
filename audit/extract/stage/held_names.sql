-- One row the name of a publisher of which anything is held, as its own pages have it: no other text has a say in it.
-- Not a guest: whose pages all stand at addresses where another publisher has more ("Ada Holm" at the paper's site).
with pages as (
    select r.name, a.article_id, regexp_extract(coalesce(a.url, ''), '^[a-z]+://(?:www[.])?([^/:?#]+)', 1) as host
    from source_readings r
    join articles a using (article_id, version)
    where a.gone_at is null and r.part = 'page' and r.source_id = coalesce(a.own_publisher_id, a.publisher_id)
),
counted as (
    select host, name, count(distinct article_id) as pages
    from pages
    group by host, name
),
led as (
    select name, host = '' or pages = max(pages) over (partition by host) as leads
    from counted
)
select name
from led
group by name
having bool_or(leads)
order by name;
