-- One row a claim of the run before, the oldest first: by the run that found it first, then by how many mentions it has.
select c.claim_id, any_value(c.first_run_id)
from claims c
left join runs r on r.run_id = c.first_run_id
left join claim_mentions m using (claim_id)
group by c.claim_id
order by min(r.rowid) nulls first, count(*) desc, c.claim_id;
