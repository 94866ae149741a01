-- One row a figure that is credited to a house and one of the same kind in a text of that house from the days before, of a value that may be taken for
-- it: how many telling words of their sentences both have (one head counts as one, of a unit as two), and whether both name one value.
with crediting as (
    select p.no, p.owner, p.article_no, h.article_no as theirs
    from present_figures p
    join article_houses o on o.article_no = p.article_no
    join article_houses h on h.house = p.source and h.article_no <> p.article_no and h.house is distinct from o.house
    where o.day is null or h.day is null or o.day - h.day between -1 and $days
),
valued as (
    select owner, any_value(split_part(name, ':', 1)) as kind, any_value(low) as low, any_value(high) as high
    from figure_traits
    group by owner
),
numbered as (
    select p.no, p.article_no, v.*
    from present_figures p
    join valued v using (owner)
),
pairs as (
    select c.no as a, q.no as b, w.word, 1 as tells
    from crediting c
    join figure_words w on w.owner = c.owner and w.tells
    join present_figures q on q.article_no = c.theirs
    join figure_words v on v.owner = q.owner and v.word = w.word
    union
    select c.no, k.figure_no, t.key, if(starts_with(t.name, ':'), 1, 2)
    from crediting c
    join figure_traits t on t.owner = c.owner and not t.is_wild
    join figure_keys k on k.key = t.key and k.article_no = c.theirs
),
told as (
    select a, b, sum(tells)::integer as tells
    from pairs
    group by a, b
)
select t.a, t.b, t.tells, x.low = y.low and x.high = y.high as same
from told t
join numbered x on x.no = t.a
join numbered y on y.no = t.b
where x.kind = y.kind and greatest(x.high, y.high) <= $ratio * least(x.high, y.high)
  and ((x.low = y.low and x.high = y.high) or (t.tells >= $least
       and not exists (select 1 from numbered o where o.article_no = x.article_no and o.kind = y.kind and o.low = y.low and o.high = y.high)))
order by t.a, t.b;
