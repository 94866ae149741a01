-- One row a measure of one of the subjects $ids.
select measure, subject_id, numerator, denominator, low, high
from measures
where subject_kind = $kind and list_contains($ids, subject_id)
order by subject_id, measure;
