-- One row an attribution whose furthest stated source is no outlet; counted where it is a named person, document or body (G0, G1).
create or replace view named_source_share_evidence as
select 'article' as subject_kind, t.article_id as subject_id, t.grade in ('G0', 'G1') as counted, 1 as amount,
       t.article_id, t.version, t.start_char, t.end_char, substr(a.text, t.start_char + 1, t.end_char - t.start_char) as text, t.grade as note
from attribution_grades t join articles a using (article_id, version)
where a.is_latest and t.grade is not null;
comment on view named_source_share_evidence is 'One row an attribution whose furthest stated source is no outlet; counted where it is a named person, document or body (G0, G1).';
