-- One row a figure without hedge of an article that another one credits; counted where a hedge stands there.
create or replace view hedge_gain_evidence as
select 'article' as subject_kind, m.child_article_id as subject_id, c.approximator <> '=' as counted, 1 as amount,
       m.child_article_id as article_id, m.version, m.child_start as start_char, m.child_end as end_char, substr(a.text, m.child_start + 1, m.child_end - m.child_start) as text, m.relation as note
from joined_matches m
join articles a on a.article_id = m.child_article_id and a.is_latest
join figures p on p.figure_id = m.parent_id
join figures c on c.figure_id = m.child_id
where m.kind = 'figure' and m.relation not in ('part', 'sum', 'updated', 'different') and p.approximator = '=';
comment on view hedge_gain_evidence is 'One row a figure without hedge of an article that another one credits; counted where a hedge stands there.';
