-- One row: the name $id that is taken for another, with places where each is spoken of.
with places as (
    select own_speaker_id as own_id, speaker_id as now_id, article_id, start_char, end_char, version from quotes
    union all select own_source_id, source_id, article_id, start_char, end_char, version from credits
    union all select own_source_id, source_id, article_id, start_char, end_char, version from figures),
shown as (
    select p.own_id, p.now_id, p.article_id, p.start_char, p.end_char
    from places p join articles a on a.article_id = p.article_id and a.version = p.version and a.is_latest)
select s.source_id as subject_id, s.name, s.kind as source_kind, s.why, s.into_id, t.name as into_name, t.kind as into_kind,
       t.affiliation, null as claim_id, s.why as relation,
       (select json_group_array(json_object('article_id', article_id, 'start', start_char, 'end', end_char))
        from (select * from shown where own_id = s.source_id order by article_id, start_char limit 3)) as evidence,
       (select json_group_array(json_object('article_id', article_id, 'start', start_char, 'end', end_char))
        from (select * from shown where now_id = s.into_id and own_id <> s.source_id order by article_id, start_char limit 3)) as other
from source_aliases s
join sources t on t.source_id = s.into_id
where s.source_id = $id;
