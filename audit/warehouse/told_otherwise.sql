-- One row a part and key of which the two sides tell another thing, or only one tells any.
select coalesce(n.part, b.part) as part, coalesce(n.key, b.key) as key
from told_now n
full join told_before b using (part, key)
where n.told is distinct from b.told or n.times is distinct from b.times
order by all;
