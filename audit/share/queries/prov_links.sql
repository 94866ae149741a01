-- One row a link that nobody rejected.
select e.edge_id, e.claim_id, e.child_article_id, e.parent_article_id, e.parent_source_id, e.relation, e.basis, e.status, e.state,
       s.name as source_name, s.kind as source_kind
from edges e
left join sources s on s.source_id = e.parent_source_id
where e.status <> 'rejected'
order by e.edge_id;
