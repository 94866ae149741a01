-- One row an attribution that ends at more than an outlet; counted where nobody is named at its end.
create or replace view anonymous_share_evidence as
select 'article' as subject_kind, t.article_id as subject_id, not named(t.furthest_kind) as counted, 1 as amount,
       t.article_id, t.version, t.start_char, t.end_char, substr(a.text, t.start_char + 1, t.end_char - t.start_char) as text
from attributions t join articles a using (article_id, version)
where a.is_latest and not carries(t.furthest_kind);
comment on view anonymous_share_evidence is 'One row an attribution that ends at more than an outlet; counted where nobody is named at its end.';
