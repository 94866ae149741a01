-- One row a pair of figures with one key (unit and head noun) that share evidence: words of their sentences, a source, or two articles
-- that are known to share quotes or passages. A word that more than $most figures of a key have finds no pair; of two articles
-- of which one has a crowd of figures of a key, only equal values are paired.
with telling as (
    select key, word
    from figure_words
    group by key, word
    having count(*) between 2 and $most
),
held as (
    select w.key, w.word, w.figure_no, w.weight
    from figure_words w
    semi join telling t on t.key = w.key and t.word = w.word
),
shared as (
    select a.figure_no as a, b.figure_no as b, sum(a.weight) as weight, count(*) as words, 0 as linked
    from held a
    join held b on a.key = b.key and a.word = b.word and a.figure_no < b.figure_no
    group by a.figure_no, b.figure_no
),
neighbours as (
    select distinct least(a.figure_no, b.figure_no) as a, greatest(a.figure_no, b.figure_no) as b, 0.0 as weight, 0 as words, 1 as linked
    from figure_links l
    join figure_keys a on a.article_no = l.a
    join figure_keys b on b.article_no = l.b and b.key = a.key
    where (a.low = b.low and a.high = b.high)
        or not exists (from figure_crowds c where c.key = a.key and c.article_no in (l.a, l.b))
)
select a, b, max(linked) as linked
from (select * from shared union all select * from neighbours) pairs
group by a, b
having max(linked) = 1 or (sum(weight) >= $least and sum(words) >= 2)
order by a, b;
