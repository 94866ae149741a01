-- One row an article that findings are told together with one of `touched_articles`, as one side tells: cards fold what stands in one story,
-- one thread of claims, one passage, or one sentence of claims that end alike; a figure may rest on another across claims, and what a
-- citation says goes by both its ends.
with recursive ends as (
    select o.claim_id, bool_and(coalesce(not named(s.kind), false)) as unnamed, count(distinct (o.node_kind, o.node_id)) = 1 as single,
           bool_and(coalesce(not s.in_corpus and (carries(s.kind) or s.kind in ('document', 'dataset')), false)) as missing
    from origins o left join sources s on o.node_kind = 'source' and s.source_id = o.node_id
    group by o.claim_id),
links as (
    select a_claim_id, b_claim_id from claim_links where relation not in ('part', 'sum', 'conflict', 'updated', 'mutated', 'misattributed')),
folded as (
    select claim_id from ends where unnamed or missing
    union
    select e.claim_id from ends e join claims c on c.claim_id = e.claim_id and c.kind in ('figure', 'assertion')
    where e.single and not exists (from edges i where i.claim_id = e.claim_id and i.basis = 'inferred' and i.status = 'machine')
    union select a_claim_id from links union select b_claim_id from links),
led as (select child_article_id, parent_article_id from edges where parent_article_id is not null and basis <> 'inferred'),
credited as (select child_article_id as one, parent_article_id as two from led union select parent_article_id, child_article_id from led),
one_way as (
    select claim_id as one, article_id as two from claim_mentions semi join folded using (claim_id)
    union select claim_id, child_article_id from edges semi join folded using (claim_id)
    union select a_claim_id, b_claim_id from links
    union select story_id, article_id from story_articles
    union select a_article_id, b_article_id from matches where kind = 'passage' and a_article_id <> b_article_id and a_end - a_start >= 150
    union
    select a_article_id, b_article_id from matches
    join credited on (a_article_id, b_article_id) = (one, two) where kind = 'figure'
    union select article_id, target_id from citations),
ties as (select one, two from one_way union all select two, one from one_way),
near as (
    select article_id as node from touched_articles
    union select t.two from near n join ties t on t.one = n.node)
select node as article_id from near semi join articles on articles.article_id = near.node
