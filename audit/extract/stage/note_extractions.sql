-- The articles that waited are read by these rules.
insert into extractions
select article_id, version, $fingerprint
from waiting_versions
order by no;
drop table waiting_versions;
