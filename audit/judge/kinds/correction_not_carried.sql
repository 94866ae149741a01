-- One row a figure that a text states to have from another, which has corrected it since: its earlier version held that figure, its latest one
-- holds another in its place and a note of correction that the earlier had not. Silent where the text tells the new figure as well.
with noted as (
    select n.article_id, n.version, n.start_char, n.end_char, n.raw
    from (select b.article_id, b.version, b.start_char, b.end_char, substr(a.text, b.start_char + 1, b.end_char - b.start_char) as raw
          from blocks b join articles a using (article_id, version) where b.role = 'correction') n),
corrected as (
    select e.article_id, was.low as was_low, was.high as was_high, now.low, now.high, was.unit, was.counted, now.surface, now.start_char, now.end_char,
           n.start_char as note_start, n.end_char as note_end
    from version_changes e
    join articles l on l.article_id = e.article_id and l.version = e.to_version and l.is_latest
    join figures was on was.article_id = e.article_id and was.version = e.from_version
                    and was.start_char < e.before_end and e.before_start < was.end_char
    join figures now on now.article_id = e.article_id and now.version = e.to_version
                    and now.start_char < e.after_end and e.after_start < now.end_char
    join noted n on n.article_id = e.article_id and n.version = e.to_version
    where (was.low, was.high) <> (now.low, now.high) and was.unit is not distinct from now.unit
      and not exists (from noted o where o.article_id = e.article_id and o.version = e.from_version and o.raw = n.raw)),
arrows as (
    select claim_id, child_article_id as child, parent_article_id as parent,
           from_json(evidence, '[{"article_id":"VARCHAR","start":"INTEGER","end":"INTEGER"}]')[2] as words
    from edges where status <> 'rejected' and basis <> 'inferred' and parent_article_id is not null)
select r.claim_id, r.child as article_id,
       [place(r.child, f.start_char, f.end_char), place(c.article_id, c.note_start, c.note_end)] as evidence,
       {source: coalesce(s.name, p.title), now: c.surface} as slots
from arrows r
join corrected c on c.article_id = r.parent
join articles a on a.article_id = r.child and a.is_latest
join articles p on p.article_id = r.parent and p.is_latest
left join sources s on s.source_id = p.publisher_id
join figures f on f.article_id = r.child and f.version = a.version and f.start_char >= r.words.start and f.end_char <= r.words."end"
              and (f.low, f.high) = (c.was_low, c.was_high) and f.unit is not distinct from c.unit
              and (f.counted is null or c.counted is null or lower(f.counted[-3:]) = lower(c.counted[-3:]))
where not exists (
    from figures o where o.article_id = r.child and o.version = a.version and (o.low, o.high) = (c.low, c.high) and o.unit is not distinct from c.unit)
qualify row_number() over (partition by r.child, f.start_char order by r.claim_id, c.start_char, c.note_start) = 1
order by article_id, evidence;
