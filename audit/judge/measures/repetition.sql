-- One row an article that carries a claim which asserts something; counted where an arrow leads from it to a source or another article.
create or replace view repetition_evidence as
select distinct 'claim' as subject_kind, m.claim_id as subject_id,
       exists (select 1 from edges e where e.claim_id = m.claim_id and e.child_article_id = m.article_id and e.status <> 'rejected') as counted,
       1 as amount, m.article_id, m.version, null::integer as start_char, null::integer as end_char, coalesce(p.name, a.title) as text
from claim_mentions m
join claims c on c.claim_id = m.claim_id and c.kind in ('figure', 'assertion')
join articles a on a.article_id = m.article_id and a.version = m.version
left join sources p on p.source_id = a.publisher_id;
comment on view repetition_evidence is 'One row an article that carries a claim which asserts something; counted where an arrow leads from it to a source or another article.';
