-- One row a thing that the last run which changed anything changed, of each kind those with an article or claim first.
select c.kind, c.subject_kind, c.subject_id, c.detail, c.run_id, strftime(r.finished_at, '%Y-%m-%dT%H:%M:%SZ') as finished_at
from run_changes c
join runs r using (run_id)
where c.run_id = (select run_id from runs where status = 'done' order by rowid desc limit 1)
order by c.kind, c.detail, c.subject_id;
