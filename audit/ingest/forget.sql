-- Everything that was read from these captures leaves; what later steps made of it goes with it.
create or replace temp table leaving_captures as
with recursive leaving_tree as (
    select capture_id from captures where capture_id in (select unnest($captures))
    union
    select c.capture_id from captures c join leaving_tree t on c.parent_capture_id = t.capture_id)
select capture_id from leaving_tree;

create or replace temp table leaving as
select article_id, version from articles where capture_id in (select capture_id from leaving_captures)
union
select article_id, version from appearances where capture_id in (select capture_id from leaving_captures);
