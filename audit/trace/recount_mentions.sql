-- One row a mention of the claim $id, as counting its origins needs it.
with told as (
    select 'quote' as kind, quote_id as id, article_id, version, start_char, end_char, speaker_id as source_id, utterance_id as grouped from quotes
    union all select 'figure', figure_id, article_id, version, start_char, end_char, source_id, figure_id from figures
    union all select 'passage', passage_id, article_id, version, start_char, end_char, null, passage_id from passages
    union all select 'credit', credit_id, article_id, version, start_char, end_char, source_id, credit_id from credits)
select t.kind, t.id, t.article_id, t.version, t.start_char, t.end_char, t.source_id, '', t.grouped,
       (select min(s.start_char) from sentences s where s.article_id = t.article_id and s.version = t.version
          and s.start_char < t.end_char and t.start_char < s.end_char) as first,
       (select max(s.end_char) from sentences s where s.article_id = t.article_id and s.version = t.version
          and s.start_char < t.end_char and t.start_char < s.end_char) as last
from claim_mentions m
join told t on t.kind = m.mention_kind and t.id = m.mention_id and t.article_id = m.article_id and t.version = m.version
where m.claim_id = $id
order by t.article_id, t.start_char, t.id;
