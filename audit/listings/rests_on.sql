-- One row an article that rests on an article, source or claim ($kind, $id), by how many steps away: what to look at after a kill or a correction.
with recursive arrows as (
    select claim_id, child_article_id as child, parent_article_id as parent, parent_source_id as source, basis, evidence
    from edges where status <> 'rejected'),
own as (select article_id from articles where is_latest and $kind = 'source' and publisher_id = $id
        union select $id where $kind = 'article'),
direct as (
    select claim_id, child as article_id, 1 as steps, basis, (evidence -> 0) as place from arrows
    where (parent in (select article_id from own) or ($kind = 'source' and source = $id)
           or ($kind = 'claim' and claim_id = $id and (parent is null or not exists (
               select 1 from arrows o where o.claim_id = $id and o.child = arrows.parent))))
    union all
    select m.claim_id, q.article_id, 1, 'quoted', json_object('article_id', q.article_id, 'start', q.start_char, 'end', q.end_char)
    from quotes q join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
    left join claim_mentions m on m.mention_id = q.quote_id
    where $kind = 'source' and q.speaker_id = $id
    union all
    select m.claim_id, f.article_id, 1, 'asserted', json_object('article_id', f.article_id, 'start', f.start_char, 'end', f.end_char)
    from figures f join articles a on a.article_id = f.article_id and a.version = f.version and a.is_latest
    left join claim_mentions m on m.mention_id = f.figure_id
    where $kind = 'source' and f.source_id = $id
    union all
    select m.claim_id, m.article_id, 0, 'carried', null from claim_mentions m
    where $kind = 'claim' and m.claim_id = $id),
down as (
    select claim_id, article_id, steps, basis, place from direct
    union
    select d.claim_id, a.child, d.steps + 1, a.basis, a.evidence -> 0
    from down d join arrows a on a.claim_id = d.claim_id and a.parent = d.article_id
    where d.steps < 12),
nearest as (
    select claim_id, article_id, min(steps) as steps, arg_min(basis, (steps, basis)) as basis, arg_min(place, (steps, basis)) as place
    from down where not ($kind = 'article' and article_id = $id)
    group by claim_id, article_id)
select n.steps, p.name as publisher, a.title, n.basis, c.label as claim,
       substr(a.text, (n.place ->> 'start')::integer + 1, (n.place ->> 'end')::integer - (n.place ->> 'start')::integer) as words,
       n.article_id, n.claim_id
from nearest n
join articles a on a.article_id = n.article_id and a.is_latest
left join sources p on p.source_id = a.publisher_id
left join claims c on c.claim_id = n.claim_id
order by n.steps, p.name nulls last, a.title, c.label, n.article_id, n.claim_id;
