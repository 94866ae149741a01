-- One row a part and key of which one side tells something oftener than the other.
with apart as (
    select told
    from (select told, 1 as times from told_now union all select told, -1 from told_before)
    group by told
    having sum(times) <> 0
)
select part, key from told_now semi join apart using (told)
union
select part, key from told_before semi join apart using (told)
order by all;
