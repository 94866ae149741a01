-- One row a claim all of whose origins are unnamed, and not all of them vague.
select e.claim_id, case when e.articles = 1 then p.evidence[1].article_id end as article_id, p.evidence,
       {label: e.label, articles: e.articles || if(e.articles = 1, ' article', ' articles'), origins: e.origins} as slots
from claim_ends e
join claim_places p using (claim_id)
where e.all_unnamed and not e.all_vague;
