-- One row a part and key of the query: all that is told of it, added up, whatever its order.
select part, key, sum(told) as told, count(*) as times
from ({query})
group by part, key
