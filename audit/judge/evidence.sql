-- Rows of `evident`, which becomes `evidence`: one a place behind an edge, a finding or a match, in the order of its JSON list.
create or replace temp table evident as from evidence limit 0;

create or replace temp table place_of as
with listed as (
    select 'edge' as subject_kind, edge_id as subject_id, evidence, child_article_id, parent_article_id from edges
    union all select 'finding', finding_id, evidence, null, null from findings),
places as (
    select subject_kind, subject_id, child_article_id, parent_article_id, unnest(range(json_array_length(evidence)::bigint)) as place_no,
           unnest(from_json(evidence, '[{"article_id": "VARCHAR", "version": "INTEGER", "start": "INTEGER", "end": "INTEGER"}]')) as place
    from listed)
select p.subject_kind, p.subject_id, p.place_no::integer as place_no, p.place.article_id as article_id, a.version,
       p.place.start as start_char, p.place."end" as end_char, p.child_article_id, p.parent_article_id
from places p
join articles a on a.article_id = p.place.article_id and if(p.place.version is null, a.is_latest, a.version = p.place.version);

-- A finding of two places that are a match has its sides.
create or replace temp table side_of as
with pairs as (
    select f.subject_id, f.place_no, f.article_id, f.start_char, f.end_char, o.article_id as other_id, o.start_char as other_start, o.end_char as other_end
    from place_of f
    join place_of o on o.subject_kind = 'finding' and o.subject_id = f.subject_id and o.place_no <> f.place_no
    where f.subject_kind = 'finding'
      and f.subject_id in (select finding_id from findings where json_array_length(evidence) = 2)
)
select p.subject_id, p.place_no, 'a' as side
from pairs p
join matches m on (p.article_id, p.start_char, p.end_char, p.other_id, p.other_start, p.other_end)
                  = (m.a_article_id, m.a_start, m.a_end, m.b_article_id, m.b_start, m.b_end)
union
select p.subject_id, p.place_no, if(p.article_id = m.a_article_id and p.start_char = m.a_start and p.end_char = m.a_end, 'a', 'b')
from pairs p
join matches m on (p.other_id, p.other_start, p.other_end, p.article_id, p.start_char, p.end_char)
                  = (m.a_article_id, m.a_start, m.a_end, m.b_article_id, m.b_start, m.b_end);

insert into evident
select p.subject_kind, p.subject_id, p.place_no, p.article_id, p.version, p.start_char, p.end_char,
       case when exists (select 1 from credits c where c.article_id = p.article_id and c.version = p.version
                         and c.start_char = p.start_char and c.end_char = p.end_char) then 'credit'
            when p.article_id = p.child_article_id then 'child'
            when p.article_id = p.parent_article_id then 'parent'
            else coalesce(s.side, 'words') end
from place_of p
left join (select subject_id, place_no, min(side) as side from side_of group by subject_id, place_no) s
       on p.subject_kind = 'finding' and s.subject_id = p.subject_id and s.place_no = p.place_no;

insert into evident
select 'match', m.match_id, 0, m.a_article_id, a.version, m.a_start, m.a_end, 'a'
from matches m join articles a on a.article_id = m.a_article_id and a.is_latest
union all
select 'match', m.match_id, 1, m.b_article_id, b.version, m.b_start, m.b_end, 'b'
from matches m join articles b on b.article_id = m.b_article_id and b.is_latest;

drop table place_of;
drop table side_of;
