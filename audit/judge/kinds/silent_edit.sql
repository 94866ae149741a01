-- One row a figure or quote that a later version of an article has otherwise than the one before it, where that version brought no correction.
with edits as (
    select v.*, b.published_at
    from version_changes v
    join articles b on b.article_id = v.article_id and b.version = v.to_version and b.is_latest
    where not exists (
        select 1 from blocks n where n.article_id = v.article_id and n.version = v.to_version and n.role = 'correction'
          and not exists (select 1 from blocks o where o.article_id = v.article_id and o.version = v.from_version and o.role = 'correction'))),
figures_changed as (
    select e.article_id, b.start_char, b.end_char, 'figure' as sort, a.low <> b.low or a.high <> b.high as differs,
           coalesce(a.unit, '') = coalesce(b.unit, '') as alike, a.surface as before, b.surface as after
    from edits e
    join figures a on a.article_id = e.article_id and a.version = e.from_version and a.start_char < e.before_end and e.before_start < a.end_char
    join figures b on b.article_id = e.article_id and b.version = e.to_version and b.start_char < e.after_end and e.after_start < b.end_char),
quotes_changed as (
    select e.article_id, b.start_char, b.end_char, 'quote' as sort, true as differs, true as alike, a.text as before, b.text as after
    from edits e
    join quotes a on a.article_id = e.article_id and a.version = e.from_version and a.kind <> 'indirect'
                 and a.start_char <= e.before_start and e.before_end <= a.end_char
    join quotes b on b.article_id = e.article_id and b.version = e.to_version and b.kind <> 'indirect'
                 and b.start_char <= e.after_start and e.after_end <= b.end_char)
select distinct m.claim_id, c.article_id as article_id, [place(c.article_id, c.start_char, c.end_char)] as evidence, c.sort, c.before, c.after
from (from figures_changed union all from quotes_changed) c
left join (select x.article_id, f.start_char, min(x.claim_id) as claim_id from claim_mentions x join figures f on f.figure_id = x.mention_id
           group by all) m on m.article_id = c.article_id and m.start_char = c.start_char
where c.differs and c.alike
order by article_id, evidence;
