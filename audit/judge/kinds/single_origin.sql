-- One row a claim that asserts something, stands in two articles of two houses or more, and has one origin at most.
-- An agency's text is the agency's, whoever prints it.
-- A ring has no start: where the only origin is an article whose own credit leads on to a held one, nothing is said.
-- Nor is it where an arrow is inferred: two houses may have their prose from an agency that neither names.
-- What is several without a name ("estimates") is no one origin.
-- at_home: it stands in a text of that origin and in those of one other house: that is a credit and no echo.
-- What stands in quotation marks everywhere is left out: somebody's words have one origin by nature.
with told as (
    select distinct m.claim_id
    from claim_mentions m
    join mentions p on p.mention_id = m.mention_id and p.article_id = m.article_id and p.version = m.version
    where not exists (
        select 1 from quotes q
        where q.article_id = p.article_id and q.version = p.version and q.kind <> 'indirect'
          and q.start_char <= p.start_char and p.end_char <= q.end_char))
select e.claim_id, null as article_id, p.evidence, {label: e.label, articles: e.articles || ' articles', origins: e.origins} as slots,
       exists (select 1 from origins o join sources s on o.node_kind = 'source' and s.source_id = o.node_id
               where o.claim_id = e.claim_id and named(s.kind) and not carries(s.kind)) as own,
       (select count(distinct t.owner_id) = 2 and bool_or(o.claim_id is not null)
        from claim_mentions m
        join text_owners t using (article_id)
        left join origins o on o.claim_id = m.claim_id and o.node_id in (t.owner_id, t.article_id)
        where m.claim_id = e.claim_id) as at_home
from claim_ends e
join told using (claim_id)
join claim_places p using (claim_id)
where e.kind in ('figure', 'assertion') and e.articles >= 2 and e.high = 1
  and not exists (
      select 1 from origins o
      join edges g on g.claim_id = o.claim_id and g.child_article_id = o.node_id
      where o.claim_id = e.claim_id and o.node_kind = 'article'
        and g.parent_article_id is not null and g.basis <> 'inferred' and g.status <> 'rejected')
  and not exists (
      select 1 from origins o join sources s on o.node_kind = 'source' and s.source_id = o.node_id
      where o.claim_id = e.claim_id and are_several(s.name) and s.kind in ('document', 'dataset', 'vague'))
  and not exists (select 1 from edges i where i.claim_id = e.claim_id and i.basis = 'inferred' and i.status = 'machine')
  and 2 <= (select count(distinct t.owner_id) from claim_mentions m join text_owners t using (article_id) where m.claim_id = e.claim_id);
