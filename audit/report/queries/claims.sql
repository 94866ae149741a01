-- One row a claim worth a page: it stands in two articles, or has a finding that is listed and no mere note. Most serious first.
with carried as (
    select claim_id, count(distinct article_id) as articles from claim_mentions group by claim_id
), leaning as (
    select claim_id, count(*) filter (where status <> 'rejected') as edges from edges group by claim_id
), found as (
    select claim_id, max(severity) as severity, list(kind order by kind) as kinds, list(severity order by kind) as weights
    from (select claim_id, kind, max(severity) as severity from findings where claim_id is not null and severity > 0 group by claim_id, kind)
    group by claim_id
), printed as (
    select m.claim_id, lower(coalesce(case when not starts_with(lower(f.surface), lower(f.hedge)) then f.hedge || ' ' end, '') || f.surface) as words,
           count(*) as times, min(struct_pack(chars := length(f.counted), words := f.counted)) filter (where f.unit is null and f.counted is not null) as counted
    from claim_mentions m join figures f on f.figure_id = m.mention_id
    group by m.claim_id, words
), valued as (
    select claim_id, list(words order by times desc, words) as figures, min(counted).words as counted from printed group by claim_id
), told as (
    select m.claim_id, min(s.story_id) as story_id
    from claim_mentions m join story_articles s using (article_id) group by m.claim_id
), ended as (
    select o.claim_id, count(*) as ends from origins o join sources s on s.source_id = o.node_id where o.node_kind = 'source' group by o.claim_id
), bounds as (
    select subject_id as claim_id, max(low) as low, max(high) as high
    from measures where measure = 'independence' and subject_kind = 'claim' group by subject_id
)
select
    c.claim_id, c.kind, c.label, coalesce(carried.articles, 0) as articles, coalesce(leaning.edges, 0) as edges,
    coalesce(found.severity, 0) as severity, coalesce(found.kinds, []) as kinds, coalesce(found.weights, []) as weights,
    bounds.low, bounds.high, coalesce(ended.ends, 0) as ends, told.story_id, coalesce(valued.figures, []) as figures, valued.counted
from claims c
left join carried using (claim_id)
left join leaning using (claim_id)
left join found using (claim_id)
left join bounds using (claim_id)
left join ended using (claim_id)
left join told using (claim_id)
left join valued using (claim_id)
where carried.articles >= 2 or found.severity >= 2
order by severity desc, articles desc, edges desc, c.label, c.claim_id;
