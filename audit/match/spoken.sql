-- One row a piece of a quote in the latest version of a matched article that is given to a speaker of one of $kinds.
with speakers as (select source_id from sources where kind in (select unnest($kinds))),
told as (
    select article_id, version, start_char, end_char from quotes where speaker_id in (from speakers)
    union all
    select q.article_id, q.version, q.start_char, q.end_char from quote_speakers s join quotes q using (quote_id) where s.source_id in (from speakers)
)
select t.article_id, t.start_char, t.end_char
from told t
join articles a using (article_id, version)
where a.is_latest and t.article_id in (from matched_articles)
order by all;
