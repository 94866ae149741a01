-- One row a thing that the build has otherwise than the warehouse it was built from (attached as `before`): its kind, what it is
-- about, and what stood there and stands there now, in one line.
insert into run_changes
with arrived as (
    select a.article_id, a.version, a.title, coalesce(o.version, 0) as held
    from articles a
    left join before.articles o on o.article_id = a.article_id and o.is_latest
    where a.is_latest and (o.version is null or o.version <> a.version)
),
figures_of as (
    select r.article_id, coalesce(f.unit, '') as unit, coalesce(f.counted, '') as counted, 'then' as side, f.surface, f.start_char
    from arrived r
    join before.figures f on f.article_id = r.article_id and f.version = r.held
    union all
    select r.article_id, coalesce(f.unit, ''), coalesce(f.counted, ''), 'now', f.surface, f.start_char
    from arrived r
    join figures f on f.article_id = r.article_id and f.version = r.version
    where r.held > 0
),
figures_changed as (
    select article_id, unit, counted,
        coalesce(string_agg(surface, ', ' order by start_char) filter (where side = 'then'), 'none') as old_values,
        coalesce(string_agg(surface, ', ' order by start_char) filter (where side = 'now'), 'none') as new_values
    from figures_of
    group by article_id, unit, counted
),
bounds as (
    select n.subject_id as claim_id, n.low, n.high, o.low as old_low, o.high as old_high
    from measures n
    join before.measures o on o.measure = n.measure and o.subject_kind = n.subject_kind and o.subject_id = n.subject_id
    where n.measure = 'independence' and n.subject_kind = 'claim' and (n.low, n.high) <> (o.low, o.high)
),
found as (
    select case when held = 0 then 'article_new' else 'article_edited' end as kind, 'article' as subject_kind, article_id as subject_id,
        case when held = 0 then coalesce(title, article_id)
            else 'version ' || held || ' → ' || version || ': ' || coalesce(title, article_id) end as detail
    from arrived
    union all
    select 'article_gone', 'article', o.article_id, coalesce(o.title, o.article_id)
    from before.articles o
    where o.is_latest and not exists (from articles a where a.article_id = o.article_id and a.is_latest)
    union all
    select 'figure_changed', 'article', article_id, trim(unit || ' ' || counted) || ': ' || old_values || ' → ' || new_values
    from figures_changed
    where old_values <> new_values
    union all
    select 'claim_new', 'claim', c.claim_id, c.label
    from claims c
    where not exists (from before.claims o where o.claim_id = c.claim_id)
        and not exists (from claim_aliases l where l.into_id = c.claim_id and exists (from before.claims o where o.claim_id = l.claim_id))
    union all
    select 'claim_gone', 'claim', o.claim_id, o.label
    from before.claims o
    where not exists (from claims c where c.claim_id = o.claim_id) and not exists (from claim_aliases l where l.claim_id = o.claim_id)
    union all
    select case when high > old_high or (high = old_high and low > old_low) then 'origin_found' else 'origin_lost' end, 'claim', claim_id,
        old_low::integer || ' to ' || old_high::integer || ' → ' || low::integer || ' to ' || high::integer
    from bounds
    union all
    select 'finding_new', 'finding', f.finding_id, f.kind || ': ' || f.summary
    from findings f
    where not exists (from before.findings o where o.finding_id = f.finding_id)
    union all
    select 'finding_gone', 'finding', o.finding_id, o.kind || ': ' || o.summary
    from before.findings o
    where not exists (from findings f where f.finding_id = o.finding_id)
)
select $run as run_id, kind, subject_kind, subject_id, detail
from found
order by all;
