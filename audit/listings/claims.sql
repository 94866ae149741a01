-- One row a claim: how many articles carry it, and how many origins they go back to at least and at most.
select articles, low, high, kind, label, edges, findings, claim_id
from claims_told
order by articles desc, findings desc, claim_id;
