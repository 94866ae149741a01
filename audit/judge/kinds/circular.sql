-- One row a stated or linked arrow between two publishers in claims that tell one thing: an inferred one closes no ring. `first_at`: when an earlier
-- version of the child had the words already and credited nobody for them. `claim_id` is the first of the claims that links join.
with recursive steps as (
    select a_claim_id as one, b_claim_id as two from claim_links where relation not in ('part', 'sum', 'conflict', 'updated', 'mutated', 'misattributed')
    union select b_claim_id, a_claim_id from claim_links where relation not in ('part', 'sum', 'conflict', 'updated', 'mutated', 'misattributed')),
drawn as (select * from edges where status <> 'rejected' and basis <> 'inferred'),
reached as (
    select distinct claim_id, claim_id as first from drawn
    union select s.two, r.first from reached r join steps s on s.one = r.claim_id),
threads as (select claim_id, min(first) as thread_id from reached group by claim_id),
stood as (
    select m.claim_id, o.article_id, o.version, o.start_char, o.end_char
    from claim_mentions m
    join figures f on f.figure_id = m.mention_id and f.article_id = m.article_id and f.version = m.version
    join figures o on o.article_id = f.article_id and o.version < f.version
                  and o.low = f.low and o.high = f.high and o.unit is not distinct from f.unit and o.counted is not distinct from f.counted
    union all
    select m.claim_id, o.article_id, o.version, o.start_char, o.end_char
    from claim_mentions m
    join quotes f on f.quote_id = m.mention_id and f.article_id = m.article_id and f.version = m.version
    join quotes o on o.article_id = f.article_id and o.version < f.version and letters(o.text) = letters(f.text)),
before as (
    select s.claim_id, s.article_id, min(coalesce(a.modified_at, a.published_at)) as first_at
    from stood s
    join articles a on a.article_id = s.article_id and a.version = s.version
    where not exists (select 1 from credits c where c.article_id = s.article_id and c.version = s.version and c.relation <> 'contributed_by'
                        and c.scope_start <= s.start_char and s.end_char <= c.scope_end)
    group by s.claim_id, s.article_id),
told as (
    select t.thread_id as claim_id, e.edge_id, k.label, c.publisher_id as child, coalesce(p.publisher_id, e.parent_source_id) as parent,
           cs.name as child_name, ps.name as parent_name, coalesce(c.modified_at, c.published_at) as told_at, b.first_at,
           from_json(e.evidence, '[{"article_id":"VARCHAR","start":"INTEGER","end":"INTEGER"}]') as evidence
    from drawn e
    join threads t using (claim_id)
    join claims k using (claim_id)
    join articles c on c.article_id = e.child_article_id and c.is_latest
    left join articles p on p.article_id = e.parent_article_id and p.is_latest
    join sources cs on cs.source_id = c.publisher_id
    join sources ps on ps.source_id = coalesce(p.publisher_id, e.parent_source_id)
    left join before b on b.claim_id = e.claim_id and b.article_id = e.child_article_id
)
select t.* exclude (edge_id)
from told t  -- what closes no ring has nobody that credits its child, or its parent credits nobody
where exists (from told o where o.claim_id = t.claim_id and o.child = t.parent)
  and exists (from told o where o.claim_id = t.claim_id and o.parent = t.child)
order by t.claim_id, t.edge_id;
