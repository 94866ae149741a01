-- One row a finding that a reviewer ruled on, with the ruling that stands.
select subject_id, status from rulings where subject_kind = 'finding' and status is not null;
