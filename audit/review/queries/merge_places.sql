-- One row a place where the name $id is spoken of (`own`), or another name of $into_id: three of each.
with places as (
    select own_speaker_id = $id as own, article_id, version, start_char, end_char from quotes
    where own_speaker_id = $id or speaker_id = $into_id
    union all
    select own_source_id = $id, article_id, version, start_char, end_char from credits
    where own_source_id = $id or source_id = $into_id
    union all
    select own_source_id = $id, article_id, version, start_char, end_char from figures
    where own_source_id = $id or source_id = $into_id)
select p.own, p.article_id, p.start_char, p.end_char
from places p
join articles a on a.article_id = p.article_id and a.version = p.version and a.is_latest
qualify row_number() over (partition by p.own order by p.article_id, p.start_char, p.end_char) <= 3
order by p.own, p.article_id, p.start_char, p.end_char;
