-- One row a sentence of the body; counted where an attribution covers it. Not every sentence needs a source.
create or replace view sentences_attributed_evidence as
select 'article' as subject_kind, s.article_id as subject_id,
       exists (select 1 from quotes q where q.article_id = s.article_id and q.version = s.version and q.speaker_id is not null
               and q.start_char < s.end_char and s.start_char < q.end_char)
       or exists (select 1 from credits c where c.article_id = s.article_id and c.version = s.version
                  and c.scope_start < s.end_char and s.start_char < c.scope_end) as counted,
       1 as amount, s.article_id, s.version, s.start_char, s.end_char,
       substr(a.text, s.start_char + 1, s.end_char - s.start_char) as text
from sentences s
join articles a on a.article_id = s.article_id and a.version = s.version and a.is_latest
join blocks b on b.article_id = s.article_id and b.version = s.version and b.block_no = s.block_no
where b.role in ('paragraph', 'quote', 'list');
comment on view sentences_attributed_evidence is 'One row a sentence of the body; counted where an attribution covers it. Not every sentence needs a source.';
