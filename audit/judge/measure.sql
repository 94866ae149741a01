-- Rows of `measures` for one measure that is k of n: by subject, and over all of them.
insert into measures
select $measure, subject_kind, subject_id, coalesce(sum(amount) filter (counted), 0), sum(amount), null, null
from query_table($view)
group by subject_kind, subject_id
union all
select $measure, 'corpus', 'all', coalesce(sum(amount) filter (counted), 0), sum(amount), null, null
from query_table($view)
having count(*) > 0;
