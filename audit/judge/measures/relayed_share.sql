-- One row an attribution; counted where it came through another outlet.
create or replace view relayed_share_evidence as
select 'article' as subject_kind, t.article_id as subject_id,
       coalesce(carries(t.nearest_kind), false) and t.nearest_id is distinct from a.publisher_id as counted, 1 as amount,
       t.article_id, t.version, t.start_char, t.end_char, substr(a.text, t.start_char + 1, t.end_char - t.start_char) as text
from attributions t join articles a using (article_id, version)
where a.is_latest;
comment on view relayed_share_evidence is 'One row an attribution; counted where it came through another outlet.';
