-- Known outlets under the registry's name, kind and owner; what it does not know has no owner.
insert into sources
select source_id, name, kind, null, owner, false, null, null
from registered r
where name is not null and not exists (select 1 from sources s where s.source_id = r.source_id);

insert into source_names
select source_id, name
from registered r
where name is not null and not exists (select 1 from source_names n where n.source_id = r.source_id and n.name = r.name);

update sources s
set owner = r.owner, name = coalesce(r.name, s.name)
from registered r
where r.source_id = s.source_id;
drop table registered;
