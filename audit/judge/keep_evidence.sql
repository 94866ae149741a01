-- Places of what was judged stand in the place of those before; the rest stay.
delete from evidence
where (subject_kind, subject_id) in (from told_anew)
   or subject_kind = 'edge' and subject_id not in (select edge_id from edges)
   or subject_kind = 'finding' and subject_id not in (select finding_id from findings)
   or subject_kind = 'match' and subject_id not in (select match_id from matches);

insert into evidence from evident;

drop table evident;
drop table told_anew;
