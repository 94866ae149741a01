-- One row a capture that goes: one that was named, with what it holds, or one all of whose texts leave.
with recursive tree as (
    select capture_id from captures where list_contains($captures, capture_id)
    union
    select m.member_id from members m join tree t on m.capture_id = t.capture_id),
emptied as (
    select p.capture_id
    from appearances p
    group by p.capture_id
    having bool_and({'article': p.article_id, 'version': p.version} in (select unnest($texts))))
select capture_id, sha256
from captures
where capture_id in (select capture_id from tree) or capture_id in (select capture_id from emptied)
order by capture_id;
