-- One row: the name $id that is taken for another, with places where each is spoken of.
with places as (
    select own_speaker_id as own_id, speaker_id as now_id, article_id, start_char, end_char, version from quotes
    union all select own_source_id, source_id, article_id, start_char, end_char, version from credits
    union all select own_source_id, source_id, article_id, start_char, end_char, version from figures),
own as (
    select p.article_id, p.start_char, p.end_char
    from (from places where own_id = $id) p join articles a on a.article_id = p.article_id and a.version = p.version and a.is_latest
    order by p.article_id, p.start_char limit 3),
other as (
    select p.article_id, p.start_char, p.end_char
    from (from places where now_id = (select into_id from source_aliases where source_id = $id) and own_id <> $id) p
    join articles a on a.article_id = p.article_id and a.version = p.version and a.is_latest
    order by p.article_id, p.start_char limit 3)
select s.source_id as subject_id, s.name, s.kind as source_kind, s.why, s.into_id, t.name as into_name, t.kind as into_kind,
       t.affiliation, null as claim_id, s.why as relation,
       (select json_group_array(json_object('article_id', article_id, 'start', start_char, 'end', end_char)) from own) as evidence,
       (select json_group_array(json_object('article_id', article_id, 'start', start_char, 'end', end_char)) from other) as other
from source_aliases s
join sources t on t.source_id = s.into_id
where s.source_id = $id;
