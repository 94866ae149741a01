-- One row a claim all of whose origins are unnamed, and not all of them vague.
select e.claim_id, case when e.articles = 1 then p.evidence[1].article_id end as article_id, p.evidence,
       (select list(s.name order by s.name) from origins o join sources s on o.node_kind = 'source' and s.source_id = o.node_id
        where o.claim_id = e.claim_id) as names,
       {label: e.label, articles: e.articles || if(e.articles = 1, ' article', ' articles'), origins: e.origins} as slots
from claim_ends e
join claim_places p using (claim_id)
where e.all_unnamed and not e.all_vague;
