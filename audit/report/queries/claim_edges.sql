-- One row an edge of one of the claims $ids. `home_article_id`: the earliest article of the house it leads to that carries the claim itself, which
-- stands for the house where starting points are counted.
with homes as (
    select m.claim_id, a.publisher_id, first(a.article_id order by coalesce(a.published_at, a.published_from) nulls last, a.article_id) as article_id
    from (select distinct claim_id, article_id from claim_mentions where list_contains($ids, claim_id)) m
    join articles a on a.article_id = m.article_id and a.is_latest
    where a.publisher_id is not null
    group by m.claim_id, a.publisher_id
)
select
    e.edge_id, e.claim_id, e.child_article_id, e.parent_article_id, e.parent_source_id, s.name as source_name,
    s.kind as source_kind, h.name as poster, s.in_corpus, e.relation, e.basis, e.confidence, e.status, e.evidence,
    e.hop, e.via_source_id, v.name as via, e.state, e.candidate_article_id, homes.article_id as home_article_id, d.reviewer as ruled_by,
    d.note as ruled_why
from edges e
left join sources s on s.source_id = e.parent_source_id
left join sources h on h.source_id = s.poster_id
left join sources v on v.source_id = e.via_source_id
left join homes on homes.claim_id = e.claim_id and homes.publisher_id = e.parent_source_id
left join rulings r on r.subject_kind = 'edge' and r.subject_id = e.edge_id
left join decisions d on d.decision_id = r.decision_id
where list_contains($ids, e.claim_id)
order by e.claim_id, e.status = 'rejected', s.name nulls last, e.parent_article_id, e.child_article_id, e.edge_id;
