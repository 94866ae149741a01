-- One row an edge that a reviewer ruled on, with the ruling that stands.
select subject_id, status from rulings where subject_kind = 'edge' and status is not null;
