-- One row an article version whose mentions these rules have not taken, its publisher by the page's own words.
with waits as (
    select article_id, version
    from articles a
    where a.gone_at is null and not exists (select 1 from extractions e where e.article_id = a.article_id and e.version = a.version and e.fingerprint = ?)),
publishers as (
    select article_id, version, source_id, min(name) as name
    from source_readings semi join waits using (article_id, version)
    where part = 'page'
    group by all)
select a.article_id, a.version, a.text, a.title, coalesce(p.name, s.name) as publisher, a.byline, a.url, a.published_at,
       a.published_from, a.language
from articles a
semi join waits using (article_id, version)
left join publishers p on p.article_id = a.article_id and p.version = a.version and p.source_id = coalesce(a.own_publisher_id, a.publisher_id)
left join sources s on s.source_id = a.publisher_id
order by a.article_id, a.version;
