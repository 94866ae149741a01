-- One row an article of a claim from which an arrow leads; counted where the chain behind it has two steps or more; note is how many.
create or replace view chain_depth_evidence as
with recursive arrows as (
    select distinct claim_id, child_article_id as child, parent_article_id as parent from edges where status <> 'rejected'),
steps(claim_id, article_id, node, steps) as (
    select claim_id, child, parent, 1 from arrows
    union
    select s.claim_id, s.article_id, a.parent, s.steps + 1
    from steps s join arrows a on a.claim_id = s.claim_id and a.child = s.node
    where s.steps < 12)
select 'claim' as subject_kind, s.claim_id as subject_id, max(s.steps) >= 2 as counted, 1 as amount, s.article_id, a.version,
       null::integer as start_char, null::integer as end_char, coalesce(any_value(p.name), any_value(a.title)) as text, max(s.steps) as note
from steps s
join articles a on a.article_id = s.article_id and a.is_latest
left join sources p on p.source_id = a.publisher_id
group by s.claim_id, s.article_id, a.version;
comment on view chain_depth_evidence is 'One row an article of a claim from which an arrow leads; counted where the chain behind it has two steps or more; note is how many.';
