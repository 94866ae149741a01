-- One row a mention of the claim $id, as counting its origins needs it. Only rows of its articles are looked at.
with mine as (
    select mention_kind, mention_id, article_id, version from claim_mentions where claim_id = $id),
own as materialized (select distinct article_id from mine),
told as (
    select 'quote' as kind, quote_id as id, article_id, version, start_char, end_char, speaker_id as source_id, utterance_id as grouped
    from quotes where article_id in (from own)
    union all
    select 'figure', figure_id, article_id, version, start_char, end_char, source_id, figure_id from figures where article_id in (from own)
    union all
    select 'passage', passage_id, article_id, version, start_char, end_char, null, passage_id from passages where article_id in (from own)
    union all
    select 'credit', credit_id, article_id, version, start_char, end_char, source_id, credit_id from credits where article_id in (from own))
select t.kind, t.id, t.article_id, t.version, t.start_char, t.end_char, t.source_id, '', t.grouped,
       min(s.start_char) as first, max(s.end_char) as last
from mine m
join told t on t.kind = m.mention_kind and t.id = m.mention_id and t.article_id = m.article_id and t.version = m.version
left join sentences s on s.article_id = t.article_id and s.version = t.version and s.start_char < t.end_char and t.start_char < s.end_char
group by all
order by t.article_id, t.start_char, t.id;
