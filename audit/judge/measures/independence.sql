-- One row an origin of a claim: an article without a parent, or the source that is named last.
create or replace view independence_evidence as
select 'claim' as subject_kind, o.claim_id as subject_id, true as counted, 1 as amount,
       case when o.node_kind = 'article' then o.node_id end as article_id, null::integer as version, null::integer as start_char,
       null::integer as end_char, coalesce(s.name, a.title || ' (' || as_printed(w.name, p.name) || ')', a.title, o.node_id) as text
from origins o
join claims c on c.claim_id = o.claim_id and c.kind in ('figure', 'assertion')
left join sources s on o.node_kind = 'source' and s.source_id = o.node_id
left join articles a on o.node_kind = 'article' and a.article_id = o.node_id and a.is_latest
left join sources p on p.source_id = a.publisher_id
left join sources w on w.source_id = a.originator_id;
comment on view independence_evidence is 'One row an origin of a claim: an article without a parent, or the source that is named last.';
