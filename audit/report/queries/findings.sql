-- One row a finding that is listed, most serious first, with what a reviewer last ruled on it and how often its kind was right. $ids names claims or articles; null is all.
select f.finding_id, f.kind, f.severity, f.claim_id, f.article_id, f.summary, f.evidence,
       coalesce(r.status, 'machine') as status, p.severity as earned, coalesce(p.read, 0) as read, p."right", p.trivial, p.read_on, p.texts, p.current,
       d.reviewer as ruled_by, d.note as ruled_why
from findings f
left join rulings r on r.subject_kind = 'finding' and r.subject_id = f.finding_id
left join decisions d on d.decision_id = r.decision_id
left join kind_precision p using (kind)
where f.severity > 0
  and ($ids::varchar[] is null or list_contains($ids::varchar[], f.claim_id) or list_contains($ids::varchar[], f.article_id))
order by f.severity desc, f.kind, f.summary, f.finding_id
limit $most;
