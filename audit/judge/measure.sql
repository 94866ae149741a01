-- Rows of `measured` for one measure that is k of n: by subject, and over all of them.
insert into measured
select $measure, if(grouping(subject_id) = 0, subject_kind, 'corpus'), if(grouping(subject_id) = 0, subject_id, 'all'),
       coalesce(sum(amount) filter (counted), 0), sum(amount), null, null
from query_table($view)
group by grouping sets ((subject_kind, subject_id), ())
having count(*) > 0;
