-- One row a hash that one side tells oftener than the other.
create or replace temp table told_apart as
select told
from (select told, 1 as times from told_now union all select told, -1 from told_before)
group by told
having sum(times) <> 0;
