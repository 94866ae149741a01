-- One row an article that credits an outlet whose only text on the claim is dated later.
select e.claim_id, e.child_article_id as article_id, [e.evidence[2], e.evidence[1]] as evidence,
       {source: s.name, lag: e.lag} as slots
from (
    select e.claim_id, e.child_article_id, e.parent_source_id, from_json(e.evidence, '[{"article_id":"VARCHAR","start":"INTEGER","end":"INTEGER"}]') as evidence,
           min(case when date_diff('day', c.published_at, p.published_at) > 0 then date_diff('day', c.published_at, p.published_at) || ' day(s)'
                    else date_diff('minute', c.published_at, p.published_at) || ' minutes' end) as lag
    from edges e
    join articles c on c.article_id = e.child_article_id and c.is_latest
    join articles p on p.publisher_id = e.parent_source_id and p.is_latest and p.published_at > c.published_at
    join claim_mentions m on m.claim_id = e.claim_id and m.article_id = p.article_id
    group by all) e
join sources s on s.source_id = e.parent_source_id;
