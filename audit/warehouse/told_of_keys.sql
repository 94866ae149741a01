-- One row a row of the query: a hash of what it tells and of what.
select hash(part, key, told) as told
from ({query})
