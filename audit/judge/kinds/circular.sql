-- One row a stated or linked arrow of a claim between two publishers: an inferred one closes no ring.
select e.claim_id, k.label, c.publisher_id as child, coalesce(p.publisher_id, e.parent_source_id) as parent,
       cs.name as child_name, ps.name as parent_name,
       from_json(e.evidence, '[{"article_id":"VARCHAR","start":"INTEGER","end":"INTEGER"}]') as evidence
from edges e
join claims k using (claim_id)
join articles c on c.article_id = e.child_article_id and c.is_latest
left join articles p on p.article_id = e.parent_article_id and p.is_latest
join sources cs on cs.source_id = c.publisher_id
join sources ps on ps.source_id = coalesce(p.publisher_id, e.parent_source_id)
where e.status <> 'rejected' and e.basis <> 'inferred'
order by e.claim_id, e.edge_id;
