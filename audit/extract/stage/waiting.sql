-- The article versions whose mentions these rules have not taken, numbered, each publisher by the page's own words.
create or replace temp table waiting_versions as
with waits as (
    select article_id, version
    from articles a
    where a.gone_at is null and not exists (select 1 from extractions e where e.article_id = a.article_id and e.version = a.version and e.fingerprint = $fingerprint)),
publishers as (
    select article_id, version, source_id, min(name) as name
    from source_readings semi join waits using (article_id, version)
    where part = 'page'
    group by all)
select row_number() over (order by a.article_id, a.version) as no, a.article_id, a.version, coalesce(p.name, s.name) as publisher
from articles a
semi join waits using (article_id, version)
left join publishers p on p.article_id = a.article_id and p.version = a.version and p.source_id = coalesce(a.own_publisher_id, a.publisher_id)
left join sources s on s.source_id = a.publisher_id;
