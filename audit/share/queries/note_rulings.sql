-- One row a ruling on one of the subjects $ids, in the order of the lines.
select subject_kind, subject_id, verdict, reviewer, decided_at, note
from decisions
where list_contains($ids, subject_id)
order by line_no;
