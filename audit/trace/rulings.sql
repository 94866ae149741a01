-- One row an edge that a reviewer ruled on, with the last ruling.
select subject_id, max_by(verdict, (decided_at, decision_id)) as verdict
from decisions
where subject_kind = 'edge'
group by subject_id;
