-- One row: the finding $id.
select f.finding_id as subject_id, f.kind as relation, f.severity, f.claim_id, c.label as claim, c.kind as claim_kind, f.summary, f.evidence,
       p.read, p."right", p.trivial, p.current
from (from findings union all by name from rejected_findings) f
left join claims c using (claim_id)
left join kind_precision p on p.kind = f.kind
where f.finding_id = $id;
