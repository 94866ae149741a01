-- One row a source that is wanted, as `missing_sources` has them: articles hang on it and nothing of it is held, most wanted first; of its claims
-- those that most articles owe to it come first.
with hanging as (
    select parent_source_id as source_id, claim_id, count(distinct child_article_id) as articles
    from edges where status <> 'rejected' and parent_source_id is not null group by parent_source_id, claim_id
)
select s.source_id, s.name, s.kind, count(distinct e.child_article_id) as articles, count(distinct e.claim_id) as claims,
       (select list(h.claim_id order by h.articles desc, h.claim_id) from hanging h where h.source_id = s.source_id) as claim_ids
from edges e
join sources s on s.source_id = e.parent_source_id
where e.status <> 'rejected' and not s.in_corpus and s.kind not in ('anonymous', 'vague', 'unseen', 'platform')  -- nobody can fetch those
group by s.source_id, s.name, s.kind
order by articles desc, claims desc, s.name, s.source_id;
