-- `seen` holds a row per source and spelling that the articles used.
insert into sources
select source_id, max_by(name, (length(name), name)), min(kind), min(affiliation), null, false
from seen s
where not exists (select 1 from sources t where t.source_id = s.source_id)
group by source_id;

insert into source_names
select distinct source_id, spelling from seen s
where not exists (select 1 from source_names n where n.source_id = s.source_id and n.name = s.spelling);

-- A person goes by the fullest spelling of his name; an affiliation once known is kept.
update sources s
set name = n.name
from (select source_id, max_by(name, (length(name), name)) as name from seen group by source_id) n
where s.source_id = n.source_id and s.kind = 'person' and (length(n.name), n.name) > (length(s.name), s.name);

update sources s
set affiliation = n.affiliation
from (select source_id, min(affiliation) as affiliation from seen group by source_id) n
where s.source_id = n.source_id and s.affiliation is null and n.affiliation is not null;
