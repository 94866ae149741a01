-- One row an article whose latest version names, credits or is published by one of $sources.
with latest as (select article_id, version from articles where is_latest),
named as (select unnest($sources) as source_id)
select q.article_id from quotes q semi join latest l using (article_id, version) semi join named n on n.source_id = q.speaker_id
union
select f.article_id from figures f semi join latest l using (article_id, version) semi join named n using (source_id)
union
select c.article_id from credits c semi join latest l using (article_id, version) semi join named n using (source_id)
union
select article_id from articles where is_latest and (publisher_id in (from named) or originator_id in (from named));
