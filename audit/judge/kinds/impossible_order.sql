-- One row a credit to an outlet whose only text that has the credited words is dated later: by two days, or by a time on both.
-- Where an edge leads to that text, it is the parent; where the credit leads to a missing source, a text that shares the words.
with credited as (
    select e.claim_id, e.child_article_id, e.parent_source_id,
           from_json(e.evidence, '[{"article_id":"VARCHAR","start":"INTEGER","end":"INTEGER"}]') as places
    from edges e where e.parent_source_id is not null and e.basis <> 'inferred' and e.status <> 'rejected'),
led as (
    select e.claim_id, e.child_article_id, e.parent_article_id,
           from_json(e.evidence, '[{"article_id":"VARCHAR","start":"INTEGER","end":"INTEGER"}]') as places
    from edges e where e.parent_article_id is not null and e.basis <> 'inferred' and e.status <> 'rejected'),
carried as (
    select evidence[1] as here, evidence[2] as there from match_places
    where kind in ('quote', 'passage') and relation in ('exact', 'typography', 'truncated', 'copied', 'edited', 'inflected', 'substituted')
       or kind = 'figure' and relation in ('equal', 'rounded')
    union all
    select evidence[2], evidence[1] from match_places
    where kind in ('quote', 'passage') and relation in ('exact', 'typography', 'truncated', 'copied', 'edited', 'inflected', 'substituted')
       or kind = 'figure' and relation in ('equal', 'rounded')),
later as (
    select e.claim_id, e.child_article_id, e.places, s.name, p.article_id, m.there,
           date_diff('day', c.published_at, p.published_at) as days, date_diff('minute', c.published_at, p.published_at) as minutes,
           c.published_precision = 'time' and p.published_precision = 'time' as timed
    from credited e
    join sources s on s.source_id = e.parent_source_id
    join articles c on c.article_id = e.child_article_id and c.is_latest
    join articles p on p.publisher_id = e.parent_source_id and p.is_latest and p.published_at > c.published_at
    join carried m on m.here.article_id = e.child_article_id and m.there.article_id = p.article_id
                  and m.here.start < e.places[2]."end" and e.places[2].start < m.here."end"
    union all
    select e.claim_id, e.child_article_id, e.places, s.name, p.article_id, e.places[3],
           date_diff('day', c.published_at, p.published_at), date_diff('minute', c.published_at, p.published_at),
           c.published_precision = 'time' and p.published_precision = 'time'
    from led e
    join articles c on c.article_id = e.child_article_id and c.is_latest
    join articles p on p.article_id = e.parent_article_id and p.is_latest and p.published_at > c.published_at
    join sources s on s.source_id = p.publisher_id
    where len(e.places) > 2 and (c.modified_at is null or c.modified_at < p.published_at))
select claim_id, child_article_id as article_id, [places[2], places[1], there] as evidence,
       {source: name, lag: if(days > 0, days || if(days = 1, ' day', ' days'), minutes || ' minutes')} as slots
from later
where days >= 2 or (timed and minutes > 5)
order by claim_id, child_article_id, minutes;
