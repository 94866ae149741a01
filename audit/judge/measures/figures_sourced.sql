-- One row a figure; counted where the article says who asserts it.
create or replace view figures_sourced_evidence as
select 'article' as subject_kind, f.article_id as subject_id, f.source_id is not null as counted, 1 as amount,
       f.article_id, f.version, f.start_char, f.end_char, f.surface as text
from figures f join articles a using (article_id, version) where a.is_latest;
comment on view figures_sourced_evidence is 'One row a figure; counted where the article says who asserts it.';
