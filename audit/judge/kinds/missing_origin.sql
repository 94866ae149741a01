-- One row a claim of two articles or more whose chains end at an outlet or a document of which nothing is held.
select e.claim_id, null as article_id, p.evidence,
       {label: e.label, articles: e.articles || ' articles', origins: e.origins} as slots
from claim_ends e
join claim_places p using (claim_id)
where e.articles >= 2 and e.all_missing;
