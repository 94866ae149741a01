-- One row a place of a latest version that names a house of which an article is held beside a quote or figure, and credits it with nothing there.
with latest as (select article_id, version, publisher_id, originator_id from articles where is_latest),
houses as (select publisher_id as source_id from latest union select originator_id from latest)
select n.article_id, n.start_char, n.end_char, s.source_id, s.kind
from outlets_named n
join latest l using (article_id, version)
left join source_aliases m on m.source_id = n.own_source_id
join sources s on s.source_id = coalesce(m.into_id, n.own_source_id)
semi join houses h on h.source_id = s.source_id
where s.source_id is distinct from l.publisher_id and s.source_id is distinct from l.originator_id
order by all;
