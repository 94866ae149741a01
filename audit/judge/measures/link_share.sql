-- One row an attribution to somebody who publishes online; counted where a link stands in its sentence.
create or replace view link_share_evidence as
select 'article' as subject_kind, t.article_id as subject_id,
       exists (select 1 from sentences s join links l on l.article_id = s.article_id and l.version = s.version
                                                      and l.start_char < s.end_char and s.start_char < l.end_char
               where s.article_id = t.article_id and s.version = t.version and s.start_char < t.end_char and t.start_char < s.end_char) as counted,
       1 as amount, t.article_id, t.version, t.start_char, t.end_char, substr(a.text, t.start_char + 1, t.end_char - t.start_char) as text
from attributions t join articles a using (article_id, version)
where a.is_latest and carries(t.nearest_kind) and t.nearest_id is distinct from a.publisher_id;
comment on view link_share_evidence is 'One row an attribution to somebody who publishes online; counted where a link stands in its sentence.';
