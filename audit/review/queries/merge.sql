-- One row: the name $id that is taken for another.
select s.source_id as subject_id, s.name, s.kind as source_kind, s.why, s.into_id, t.name as into_name, t.kind as into_kind,
       t.affiliation, null as claim_id, s.why as relation
from source_aliases s
join sources t on t.source_id = s.into_id
where s.source_id = $id;
