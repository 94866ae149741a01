-- One row a claim all of whose origins are vague, with the words that credit them and the outlets through which they came, where one is named.
select e.claim_id, case when e.articles = 1 then p.evidence[1].article_id end as article_id, p.evidence, u.names,
       {label: e.label, origins: e.origins, outlets: u.outlets} as slots, if(u.outlets is not null, 'passed_on', null) as told_as, u.cues
from claim_ends e
join unnamed_ends u using (claim_id)
join claim_places p using (claim_id)
where e.all_vague
order by e.kind = 'figure', e.claim_id;
