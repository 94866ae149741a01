-- One row a figure of a headline or deck that differs from one of the body below it, and stands nowhere in the body itself;
-- and one row an age that the body tells by several decades ("teens and early 20s") and the headline by the first alone.
select m.claim_id, m.a_article_id as article_id, m.evidence, {why: coalesce(m.why, m.relation)} as slots
from match_places m
join articles a on a.article_id = m.a_article_id and a.is_latest
join blocks h on h.article_id = a.article_id and h.version = a.version and h.role in ('title', 'deck')
             and h.start_char <= m.a_start and m.a_end <= h.end_char
join figures f on f.figure_id = m.a_id
join figures g on g.figure_id = m.b_id
where m.kind = 'figure' and m.a_article_id = m.b_article_id and m.b_start >= h.end_char
  and f.high <> 1  -- the body tells one by its noun: "an officer"
  and (f.low, f.high) <> (g.low, g.high)  -- one number under two hedges is no gap
  and m.relation not in ('equal', 'rounded', 'sum', 'part')
  and not exists (select 1 from match_places o where o.kind = 'figure' and o.a_id = m.a_id and o.b_article_id = m.a_article_id
                  and o.b_start >= h.end_char and o.relation in ('equal', 'rounded', 'sum'))
  and not exists (select 1 from figures s where s.article_id = f.article_id and s.version = f.version and s.start_char >= h.end_char
                  and (s.low, s.high) = (f.low, f.high) and s.unit is not distinct from f.unit)  -- "4 to Oman": of five, four
union all
select null, d.article_id, [place(d.article_id, d.head_start, d.head_end), place(d.article_id, d.start_char, d.end_char)],
       {why: '“' || d.decades[1] || '” of “' || d.surface || '”'}
from (
    select g.article_id, g.start_char, g.end_char, g.surface, regexp_extract_all(g.surface, '\pL*\d*s\b') as decades,
           h.start_char as head_start, h.end_char as head_end, substr(a.text, h.start_char + 1, h.end_char - h.start_char) as head
    from figures g
    join articles a on a.article_id = g.article_id and a.version = g.version and a.is_latest
    join blocks h on h.article_id = a.article_id and h.version = a.version and h.role in ('title', 'deck') and h.end_char <= g.start_char
    where g.unit = 'year of age') d
where len(d.decades) > 1 and regexp_matches(d.decades[-1], '\d0s')
  and regexp_matches(d.head, '(?i)\b' || d.decades[1] || '\b') and not regexp_matches(d.head, '(?i)\b' || d.decades[-1] || '\b');
