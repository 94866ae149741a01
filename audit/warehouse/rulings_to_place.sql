-- One row a ruling on one kind of subject: its id, what it names, the words it was given on, and where the run before found it.
select d.decision_id, d.subject_id, d.content_key, s.subject_id, s.content_key
from decisions d
left join ruling_states s using (decision_id)
where d.subject_kind = ?
order by d.line_no;
