-- One row a claim all of whose origins are vague.
select e.claim_id, case when e.articles = 1 then p.evidence[1].article_id end as article_id, p.evidence,
       {label: e.label, origins: e.origins} as slots,
       (select list(place(x.child_article_id, (x.evidence -> 0 ->> 'start')::integer, (x.evidence -> 0 ->> 'end')::integer) order by x.edge_id)
        from edges x where x.claim_id = e.claim_id and x.status <> 'rejected') as cues
from claim_ends e
join claim_places p using (claim_id)
where e.all_vague and e.kind <> 'figure';  -- a vague cue covers a sentence, seldom each number in it
