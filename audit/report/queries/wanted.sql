-- One row a source that is not held and that articles hang on; what is wanted most comes first.
select
    s.source_id, s.name, s.kind, count(distinct e.child_article_id) as articles, count(distinct e.claim_id) as claims,
    list(distinct e.claim_id order by e.claim_id) as claim_ids
from edges e
join sources s on s.source_id = e.parent_source_id
where e.status <> 'rejected' and s.kind not in ('anonymous', 'vague', 'unseen', 'platform')  -- nobody can fetch those
group by s.source_id, s.name, s.kind
order by articles desc, claims desc, s.name, s.source_id;
