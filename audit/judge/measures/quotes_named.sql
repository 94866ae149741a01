-- One row a quoted piece, amount its words; counted where the speaker is named.
create or replace view quotes_named_evidence as
select 'article' as subject_kind, q.article_id as subject_id, coalesce(named(s.kind), false) as counted,
       length(q.text) - length(replace(q.text, ' ', '')) + 1 as amount,
       q.article_id, q.version, q.start_char, q.end_char, q.text
from quotes q join articles a using (article_id, version) left join sources s on s.source_id = q.speaker_id
where a.is_latest and q.kind <> 'indirect';
comment on view quotes_named_evidence is 'One row a quoted piece, amount its words; counted where the speaker is named.';
