-- One row a pair of figures with one key (unit and head noun) that share evidence: words of their sentences, a source, or two articles
-- that are known to share quotes or passages. A word that more than $most figures of a key have finds no pair; of two articles
-- of which one has a crowd of figures of a key, only equal values are paired.
with worded as (
    select p.no as figure_no, w.word, w.tells
    from figure_words w
    join present_figures p using (owner)
),
all_figures as (
    select round($grain * ln(count(*) + $prior + 1)) as log
    from present_figures
),
weights as (  -- as `Weights` has them, in millionths, so that every engine has the same
    select word, if(bool_or(tells), cast($grain - floor($grain * round($grain * ln(count(*) + 1)) / max(n.log)) as double), 0) as weight
    from worded
    cross join all_figures n
    group by word
),
told as (
    select k.key, k.figure_no, w.word, g.weight
    from figure_keys k
    join worded w using (figure_no)
    join weights g using (word)
    where not k.is_wild
    union all
    select key, figure_no, source, cast(round($grain * $of_source) as double)
    from figure_keys
    where source is not null and not is_wild
),
telling as (
    select key, word
    from told
    group by key, word
    having count(*) between 2 and $most
),
held as (
    select t.key, t.word, t.figure_no, t.weight
    from told t
    semi join telling using (key, word)
),
shared as (
    select a.figure_no as a, b.figure_no as b, 0 as linked
    from held a
    join held b on a.key = b.key and a.word = b.word and a.figure_no < b.figure_no
    group by a.figure_no, b.figure_no
    having count(*) >= 2 and sum(a.weight) >= $least * $grain
),
neighbours as (
    select distinct least(a.figure_no, b.figure_no) as a, greatest(a.figure_no, b.figure_no) as b, 1 as linked
    from figure_links l
    join figure_keys a on a.article_no = l.a
    join figure_keys b on b.article_no = l.b and b.key = a.key
    where (a.low = b.low and a.high = b.high)
        or not exists (select 1 from figure_crowds c where c.key = a.key and c.article_no in (l.a, l.b))
)
select a, b, max(linked) as linked
from (select * from shared union all select * from neighbours) pairs
group by a, b
order by a, b;
