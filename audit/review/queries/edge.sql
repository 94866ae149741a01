-- One row: the edge $id, with who is at both ends.
select e.edge_id as subject_id, e.claim_id, c.label as claim, c.kind as claim_kind, e.relation, e.basis, e.confidence, e.state, e.hop,
       e.child_article_id as child, e.parent_article_id as parent, e.parent_source_id as source_id, s.name as source_name,
       s.kind as source_kind, v.name as via, e.candidate_article_id as candidate, e.evidence
from edges e
join claims c using (claim_id)
left join sources s on s.source_id = e.parent_source_id
left join sources v on v.source_id = e.via_source_id
where e.edge_id = $id;
