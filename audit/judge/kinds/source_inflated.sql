-- One row two unnamed sources of the same words along a stated arrow: the one of the credited text, the only one there, and the one of the
-- text that credits it.
with arrows as (
    select claim_id, child_article_id as child, parent_article_id as parent, places[2] as here, places[3] as there
    from (select *, from_json(evidence, '[{"article_id":"VARCHAR","start":"INTEGER","end":"INTEGER"}]') as places
          from edges where status <> 'rejected' and basis <> 'inferred' and parent_article_id is not null)
    where len(places) > 2),
tellers as (
    select c.article_id, c.start_char, c.end_char, c.scope_start, c.scope_end, s.kind, s.name
    from credits c
    join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
    join sources s on s.source_id = coalesce(c.own_source_id, c.source_id)
    where not carries(s.kind) and c.relation <> 'contributed_by' and c.rule <> 'occasion'
    union all
    select q.article_id, q.speaker_start, q.speaker_end, q.start_char, q.end_char, s.kind, s.name
    from quotes q
    join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
    join sources s on s.source_id = q.speaker_id
    where q.speaker_start is not null),
told as (
    select r.*, h.name as here_name, h.start_char as here_start, h.end_char as here_end, t.name as there_name, t.start_char as there_start, t.end_char as there_end,
           count(distinct (t.kind, t.name)) over (partition by r.claim_id, r.child, r.parent, h.name) as of_them, t.kind as there_kind
    from arrows r
    join tellers h on h.article_id = r.child and h.scope_start < r.here."end" and r.here.start < h.scope_end and not named(h.kind)
    join tellers t on t.article_id = r.parent and t.scope_start < r.there."end" and r.there.start < t.scope_end)
select claim_id, child as article_id, [place(child, here_start, here_end), place(parent, there_start, there_end)] as evidence,
       {before: there_name, after: here_name} as slots
from told
where of_them = 1 and not named(there_kind) and here_name <> there_name
qualify row_number() over (partition by child, there_name, parent order by claim_id, here_start, there_start, here_end, here_name) = 1
order by article_id, evidence, here_name, there_name;
