-- One row a version of an article and the one before it, where their words are not compared yet.
with steps as (
    select article_id, lag(version) over (partition by article_id order by version) as from_version, version as to_version, gone_at
    from articles
    where article_id in (select article_id from articles where version > 1)),
open as (
    select article_id, from_version, to_version
    from steps
    where from_version is not null and gone_at is null
      and not exists (select 1 from version_changes d where (d.article_id, d.from_version, d.to_version) = (steps.article_id, steps.from_version, steps.to_version)))
select o.article_id, o.from_version, o.to_version, a.text as before, b.text as after
from open o
join articles a on a.article_id = o.article_id and a.version = o.from_version
join articles b on b.article_id = o.article_id and b.version = o.to_version
order by o.article_id, o.to_version;
