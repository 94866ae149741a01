-- One row a figure that stands in an article and in one it credits; counted where it is the same, rounded or converted.
create or replace view figure_fidelity_evidence as
select 'article' as subject_kind, m.child_article_id as subject_id, m.relation in ('equal', 'rounded') as counted,
       1 as amount, m.child_article_id as article_id, m.version, m.child_start as start_char, m.child_end as end_char, substr(a.text, m.child_start + 1, m.child_end - m.child_start) as text, m.relation as note
from joined_matches m join articles a on a.article_id = m.child_article_id and a.is_latest
where m.kind = 'figure' and m.relation not in ('part', 'sum', 'updated', 'different');
comment on view figure_fidelity_evidence is 'One row a figure that stands in an article and in one it credits; counted where it is the same, rounded or converted.';
