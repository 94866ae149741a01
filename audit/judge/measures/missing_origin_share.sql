-- One row an end of a chain of a claim; counted where it is an outlet, a document or somebody unnamed that is not held.
create or replace view missing_origin_share_evidence as
select 'claim' as subject_kind, o.claim_id as subject_id,
       coalesce(o.node_kind = 'source' and not s.in_corpus and s.kind not in ('person', 'organisation'), false) as counted, 1 as amount,
       case when o.node_kind = 'article' then o.node_id end as article_id, null::integer as version, null::integer as start_char,
       null::integer as end_char, coalesce(s.name, a.title, o.node_id) as text
from origins o
left join sources s on o.node_kind = 'source' and s.source_id = o.node_id
left join articles a on o.node_kind = 'article' and a.article_id = o.node_id and a.is_latest;
comment on view missing_origin_share_evidence is 'One row an end of a chain of a claim; counted where it is an outlet, a document or somebody unnamed that is not held.';
