-- One row a finding, those of kinds that are only counted included (severity 0), most serious first.
select severity, kind, summary, claim_id, article_id, finding_id
from findings
order by severity desc, kind, finding_id;
