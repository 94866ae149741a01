-- One row a row of the query: of what it tells, and a hash of that and of all it tells.
select part, key, hash(part, key, told) as told
from ({query})
