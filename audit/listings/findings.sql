-- One row a finding, most serious first.
select severity, kind, summary, claim_id, article_id, finding_id
from findings
order by severity desc, kind, finding_id;
