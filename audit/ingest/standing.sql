-- What lies there and is no longer held says nothing.
delete from places where capture_id not in (select capture_id from captures);
delete from appearances p where not exists (select 1 from articles a where a.article_id = p.article_id and a.version = p.version);

-- One row an article whose standing has changed: the version that counts now (null: it is gone), and what that means.
create or replace temp table standing as
with recursive lying as (
    select capture_id from places
    union
    select m.member_id from lying l join members m on m.capture_id = l.capture_id),
there as (
    select a.article_id, max_by(a.version, (a.seen_no, a.version)) as version
    from appearances a
    join lying using (capture_id)
    group by a.article_id),
held as (
    select a.article_id, max(a.version) filter (where a.is_latest) as latest, count(*) filter (where a.is_latest) as latests,
           bool_or(a.gone_at is not null) as is_gone, t.version as version
    from articles a
    left join there t using (article_id)
    group by a.article_id, t.version)
select article_id, version, case when version is null and not is_gone then 'gone' when version < latest or is_gone then 'back' end as change
from held
where latest is distinct from version or latests > 1 or is_gone = (version is not null);
