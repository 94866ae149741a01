-- One row an edge that a reviewer ruled on; counted where it was accepted.
create or replace view edge_precision_evidence as
select 'claim' as subject_kind, e.claim_id as subject_id, e.status = 'accepted' as counted, 1 as amount, e.child_article_id as article_id,
       null::integer as version, (e.evidence -> 0 ->> 'start')::integer as start_char, (e.evidence -> 0 ->> 'end')::integer as end_char,
       e.relation as text, e.basis as note
from edges e where e.status <> 'machine';
comment on view edge_precision_evidence is 'One row an edge that a reviewer ruled on; counted where it was accepted.';
