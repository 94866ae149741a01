-- Listed people and bodies under the name, affiliation and Wikidata id of the list.
insert into sources
select source_id, name, kind, affiliation, null, false, wikidata, null
from listed l
where not exists (select 1 from sources s where s.source_id = l.source_id);

insert into source_names
select source_id, name
from listed l
where not exists (select 1 from source_names n where n.source_id = l.source_id and n.name = l.name);

update sources s
set name = l.name, affiliation = coalesce(l.affiliation, s.affiliation), wikidata = l.wikidata
from listed l
where l.source_id = s.source_id;
drop table listed;
