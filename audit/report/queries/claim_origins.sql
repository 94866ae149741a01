-- One row an origin of one of the claims $ids that is a source, with what it is.
select distinct o.claim_id, o.node_id as source_id, s.name, s.kind, h.name as poster, s.in_corpus
from origins o
join sources s on s.source_id = o.node_id
left join sources h on h.source_id = s.poster_id
where o.node_kind = 'source' and list_contains($ids, o.claim_id)
order by o.claim_id, s.name, o.node_id;
