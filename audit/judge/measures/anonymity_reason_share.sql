-- One row an attribution to somebody who is not named (G2 to G4); counted where the paragraph gives a reason for it.
create or replace view anonymity_reason_share_evidence as
select 'article' as subject_kind, t.article_id as subject_id,
       exists (select 1 from caveats c join blocks b on b.article_id = c.article_id and b.version = c.version
                                                     and b.start_char <= c.start_char and c.end_char <= b.end_char
               where c.kind = 'anonymity_reason' and c.article_id = t.article_id and c.version = t.version
                 and b.start_char < t.end_char and t.start_char < b.end_char) as counted,
       1 as amount, t.article_id, t.version, t.start_char, t.end_char, substr(a.text, t.start_char + 1, t.end_char - t.start_char) as text, t.grade as note
from attribution_grades t join articles a using (article_id, version)
where a.is_latest and t.grade in ('G2', 'G3', 'G4');
comment on view anonymity_reason_share_evidence is 'One row an attribution to somebody who is not named (G2 to G4); counted where the paragraph gives a reason for it.';
