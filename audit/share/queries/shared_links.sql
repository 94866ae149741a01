-- One row a link, in names: from whom an article has a claim, and whether somebody accepted that.
select e.edge_id as subject_id, e.relation, e.basis, r.status, e.had_it_from, s.kind as source_kind, e.parent_source_id, e.child_outlet,
       k.url as child_url, k.published_at, k.byline, e.claim_id
from edges_told e
left join sources s on s.source_id = e.parent_source_id
left join articles k on k.article_id = e.child_article_id and k.is_latest
left join rulings r on r.subject_kind = 'edge' and r.subject_id = e.edge_id
where e.status <> 'rejected'
order by e.claim_id, k.published_at nulls last, e.edge_id;
