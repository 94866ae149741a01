-- One row a claim all of whose origins are unnamed, and not all of them vague, with the words that credit them and the outlets to which they
-- told it, where one is named.
select e.claim_id, case when e.articles = 1 then p.evidence[1].article_id end as article_id, p.evidence, u.names,
       {label: e.label, articles: e.articles || if(e.articles = 1, ' article', ' articles'), origins: e.origins, outlets: u.outlets} as slots,
       if(u.outlets is not null, 'passed_on', null) as told_as, u.cues
from claim_ends e
join unnamed_ends u using (claim_id)
join claim_places p using (claim_id)
where e.all_unnamed and not e.all_vague;
