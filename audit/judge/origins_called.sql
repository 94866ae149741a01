-- One row an article of a claim that asserts something and ends at one origin, with what that is called.
with ends as (
    select o.claim_id, any_value(coalesce(s.name, p.name, a.title)) as name
    from origins o
    left join sources s on o.node_kind = 'source' and s.source_id = o.node_id
    left join articles a on o.node_kind = 'article' and a.article_id = o.node_id and a.is_latest
    left join sources p on p.source_id = a.publisher_id
    group by o.claim_id
    having count(distinct (o.node_kind, o.node_id)) = 1)
select distinct m.article_id, e.name
from ends e
join claims c on c.claim_id = e.claim_id and c.kind in ('figure', 'assertion')
join claim_mentions m on m.claim_id = e.claim_id
where e.name is not null;
