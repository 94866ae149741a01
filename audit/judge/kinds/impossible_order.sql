-- One row a credit whose arrow leads to a text that is dated later than the one that credits it: by two days, or by a time on both.
-- Where the credit leads to a source that is not held, another text of that house may say the same later: nothing is out of order.
with led as (
    select e.claim_id, e.child_article_id, e.parent_article_id,
           from_json(e.evidence, '[{"article_id":"VARCHAR","start":"INTEGER","end":"INTEGER"}]') as places
    from edges e where e.parent_article_id is not null and e.basis <> 'inferred' and e.status <> 'rejected'),
later as (
    select e.claim_id, e.child_article_id, e.places, s.name, date_diff('day', c.published_at, p.published_at) as days,
           date_diff('minute', c.published_at, p.published_at) as minutes, c.published_precision = 'time' and p.published_precision = 'time' as timed
    from led e
    join articles c on c.article_id = e.child_article_id and c.is_latest
    join articles p on p.article_id = e.parent_article_id and p.is_latest
    join sources s on s.source_id = p.publisher_id
    where len(e.places) > 2 and (c.modified_at is null or c.modified_at < p.published_at))
select claim_id, child_article_id as article_id, [places[2], places[1], places[3]] as evidence,
       {source: name, lag: if(days > 0, days || if(days = 1, ' day', ' days'), minutes || ' minutes')} as slots
from later
where days >= 2 or (timed and minutes > 5)
order by claim_id, child_article_id, minutes;
