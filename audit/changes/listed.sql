-- One row a thing that was changed by the last run which changed anything, or by all runs after $since.
select kind, subject_kind, subject_id, detail, run_id
from changes_told
where case
    when $since is null then run_id = (select run_id from runs where status = 'done' order by rowid desc limit 1)
    else run_id in (select run_id from runs where rowid > (select rowid from runs where run_id = $since))
end
order by (select rowid from runs r where r.run_id = changes_told.run_id), kind, detail, subject_id;
