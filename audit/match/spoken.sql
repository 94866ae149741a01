-- One row a piece of a quote in the latest version of a matched article and a speaker of it, with the speaker's kind.
with told as (
    select article_id, version, start_char, end_char, speaker_id as source_id from quotes where speaker_id is not null
    union all
    select q.article_id, q.version, q.start_char, q.end_char, s.source_id from quote_speakers s join quotes q using (quote_id)
)
select t.article_id, t.start_char, t.end_char, s.kind
from told t
join articles a using (article_id, version)
join sources s using (source_id)
where a.is_latest and t.article_id in (select article_id from matched_articles)
order by t.article_id, t.start_char, t.end_char, s.kind;
