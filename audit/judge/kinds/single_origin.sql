-- One row a claim that asserts something, stands in two articles or more, and has one origin at most.
select e.claim_id, null as article_id, p.evidence, {label: e.label, articles: e.articles || ' articles', origins: e.origins} as slots
from claim_ends e
join claim_places p using (claim_id)
where e.kind in ('figure', 'assertion') and e.articles >= 2 and e.high = 1;
