-- One row a claim that is somebodys words; counted where a transcript, release or post that has them is held.
create or replace view record_held_evidence as
select 'claim' as subject_kind, c.claim_id as subject_id,
       bool_or(a.genre in ('transcript', 'post', 'press_release') or b.article_id is not null) as counted, 1 as amount,
       min(m.article_id) as article_id, null::integer as version, null::integer as start_char, null::integer as end_char, any_value(c.label) as text
from claims c
join claim_mentions m using (claim_id)
join articles a on a.article_id = m.article_id and a.version = m.version
left join quotes q on q.quote_id = m.mention_id
left join blocks b on b.article_id = q.article_id and b.version = q.version and b.role = 'embed'
                   and b.start_char <= q.start_char and q.end_char <= b.end_char
where c.kind = 'utterance'
group by c.claim_id;
comment on view record_held_evidence is 'One row a claim that is somebodys words; counted where a transcript, release or post that has them is held.';
