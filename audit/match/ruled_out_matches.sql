-- Matches that were ruled out.
delete from matches where match_id in (
    select subject_id from rulings where subject_kind = 'match' and status = 'rejected');
