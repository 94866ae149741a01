-- One row a mention of a claim of which origins are counted (of one of $kinds, in two articles or more), as counting them needs it.
with counted as (
    select c.claim_id, c.kind, c.label
    from claims c
    join claim_mentions m using (claim_id)
    where list_contains($kinds, c.kind)
    group by all
    having count(distinct m.article_id) > 1),
mine as (from claim_mentions join counted using (claim_id)),
told as (
    select 'quote' as kind, quote_id as id, article_id, version, start_char, end_char, speaker_id as source_id, utterance_id as grouped
    from quotes
    union all
    select 'figure', figure_id, article_id, version, start_char, end_char, source_id, figure_id from figures
    union all
    select 'passage', passage_id, article_id, version, start_char, end_char, null, passage_id from passages
    union all
    select 'credit', credit_id, article_id, version, start_char, end_char, source_id, credit_id from credits)
select m.claim_id, m.kind as claim_kind, m.label, t.kind, t.id, t.article_id, t.version, t.start_char, t.end_char, t.source_id, t.grouped,
       min(s.start_char) as first, max(s.end_char) as last
from mine m
join told t on t.kind = m.mention_kind and t.id = m.mention_id and t.article_id = m.article_id and t.version = m.version
left join sentences s on s.article_id = t.article_id and s.version = t.version and s.start_char < t.end_char and t.start_char < s.end_char
group by all
order by m.claim_id, t.article_id, t.start_char, t.id;
