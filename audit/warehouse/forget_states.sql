-- Where the rulings on one kind of subject stood.
delete from ruling_states
where decision_id in (select decision_id from decisions where subject_kind = $kind)
   or decision_id not in (select decision_id from decisions);
