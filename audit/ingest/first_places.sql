-- A warehouse of before places were noted: every capture lies where it was first read, until a run looks there again.
insert into places
select path, capture_id
from captures
where parent_capture_id is null and not exists (select 1 from meta where key = 'places');

insert into members
select parent_capture_id, capture_id
from captures
where parent_capture_id is not null and not exists (select 1 from meta where key = 'places');

insert into appearances
select capture_id, article_id, version, row_number() over (order by version, article_id)
from articles
where capture_id is not null and not exists (select 1 from meta where key = 'places');

insert into meta select 'places', 'noted' where not exists (select 1 from meta where key = 'places');
