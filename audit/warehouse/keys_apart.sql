-- One row a part and key of the query that a hash of `told_apart` is of.
select distinct part, key
from ({query})
where hash(part, key, told) in (select told from told_apart)
