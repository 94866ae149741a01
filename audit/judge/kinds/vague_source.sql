-- One row a claim all of whose origins are vague, with the words that credit them and the outlets through which they came, where one is named.
with through as (
    select x.claim_id, string_agg(distinct v.name, ', ' order by v.name) as outlets
    from edges x
    join sources v on v.source_id = x.via_source_id and carries(v.kind)
    join articles a on a.article_id = x.child_article_id and a.is_latest and a.publisher_id is distinct from v.source_id
    where x.status <> 'rejected'
    group by x.claim_id)
select e.claim_id, case when e.articles = 1 then p.evidence[1].article_id end as article_id, p.evidence,
       (select list(s.name order by s.name) from origins o join sources s on o.node_kind = 'source' and s.source_id = o.node_id
        where o.claim_id = e.claim_id) as names,
       {label: e.label, origins: e.origins, outlets: t.outlets} as slots, if(t.outlets is not null, 'passed_on', null) as told_as,
       (select list(place(x.child_article_id, (x.evidence -> 0 ->> 'start')::integer, (x.evidence -> 0 ->> 'end')::integer) order by x.edge_id)
        from edges x join sources v on v.source_id = x.parent_source_id and v.kind = 'vague'
        where x.claim_id = e.claim_id and x.status <> 'rejected') as cues
from claim_ends e
join claim_places p using (claim_id)
left join through t using (claim_id)
where e.all_vague
order by e.kind = 'figure', e.claim_id;
