-- One row a finding that a reviewer rejected, with who did and why. $ids names claims or articles; null is all.
select f.finding_id, f.kind, f.claim_id, f.article_id, f.summary, d.reviewer as ruled_by, d.note as ruled_why
from rejected_findings f
left join rulings r on r.subject_kind = 'finding' and r.subject_id = f.finding_id
left join decisions d on d.decision_id = r.decision_id
where $ids::varchar[] is null or list_contains($ids::varchar[], f.claim_id) or list_contains($ids::varchar[], f.article_id)
order by f.kind, f.summary, f.finding_id
limit $most;
