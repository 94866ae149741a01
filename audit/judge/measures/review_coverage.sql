-- One row an edge; counted where a reviewer ruled on it.
create or replace view review_coverage_evidence as
select 'claim' as subject_kind, e.claim_id as subject_id, e.status <> 'machine' as counted, 1 as amount, e.child_article_id as article_id,
       null::integer as version, (e.evidence -> 0 ->> 'start')::integer as start_char, (e.evidence -> 0 ->> 'end')::integer as end_char,
       e.relation as text, e.basis as note
from edges e;
comment on view review_coverage_evidence is 'One row an edge; counted where a reviewer ruled on it.';
