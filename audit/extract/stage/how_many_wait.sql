-- How many article versions wait.
select count(*)
from waiting_versions;
