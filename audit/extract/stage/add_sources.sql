-- Sources that the readings name and that are not held yet: resolving settles their names and who they are.
insert into sources
select source_id, max_by(name, (length(name), name)), min(kind), min(affiliation), null, false, null, null
from source_readings r
where not exists (select 1 from sources s where s.source_id = r.source_id)
group by source_id;

insert into source_names
select distinct source_id, spelling
from source_readings r
where not exists (select 1 from source_names n where n.source_id = r.source_id and n.name = r.spelling);
