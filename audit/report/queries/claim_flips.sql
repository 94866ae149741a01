-- One row an arrow of the claims $ids whose ruling the other way would change the count.
select f.claim_id, f.edge_id, f.low_if, f.high_if, e.status
from flips f join edges e using (edge_id)
where list_contains($ids, f.claim_id)
order by f.claim_id, f.high_if desc, f.low_if desc, f.edge_id;
