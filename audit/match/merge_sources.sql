-- Makes each merged source an alias of the one it is merged into, which publishes what it published; its spellings go along, its own id stays.
-- Mentions follow once all is merged (`point_mentions`).
-- What a reviewer ruled to be nobody else is not merged.
delete from merged where source_id in (select subject_id from rulings where subject_kind = 'merge' and status = 'rejected');
update articles set publisher_id = m.into_id from merged m where publisher_id = m.source_id;
update articles set originator_id = m.into_id from merged m where originator_id = m.source_id;
update source_aliases set into_id = m.into_id from merged m where source_aliases.into_id = m.source_id;
insert into source_aliases
select source_id, m.into_id, m.why, $run_id, s.name, s.kind
from merged m
join sources s using (source_id);
insert into source_names
select distinct m.into_id, n.name
from source_names n
join merged m using (source_id)
where not exists (select 1 from source_names o where o.source_id = m.into_id and o.name = n.name);
update sources set affiliation = f.affiliation
from (select m.into_id, min(s.affiliation) as affiliation from merged m join sources s using (source_id) group by m.into_id) f
where sources.source_id = f.into_id and sources.affiliation is null;
delete from source_names where source_id in (select source_id from merged);
delete from sources where source_id in (select source_id from merged);
drop table merged;
