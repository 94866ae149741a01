-- One row a ruling on a finding.
select subject_id from decisions where subject_kind = 'finding';
