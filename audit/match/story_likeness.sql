-- One row a pair of articles that share rare words (in at most $most articles): the cosine of their weights over these, if $least or more.
-- A word weighs by how often the article has it, damped, twice where it is mostly written as a name, and by how few articles have it.
with told as (
    select p.no as article_no, w.stem, w.told, w.named
    from article_words w
    join present_articles p using (owner)
    where w.told > 0
),
frequency as (
    select stem, count(*) as articles, round($grain * ln(count(*) + 1)) as log
    from told
    group by stem
),
all_articles as (
    select round($grain * ln(count(*) + $prior + 1)) as log
    from present_articles
),
weighed as (  -- logs to the millionth, so that every engine has the same
    select t.article_no, t.stem, f.articles,
           cast(floor(($grain + round($grain * ln(t.told))) * if(2 * t.named >= t.told, $name, 1) * (n.log - f.log) / $grain) as bigint) as weight
    from told t
    join frequency f using (stem)
    cross join all_articles n
),
lengths as (
    select article_no, greatest(1, sqrt(256e0 * sum(cast(floor(weight * weight / 256e0) as bigint)))) as length
    from weighed
    group by article_no
),
held as (  -- whole numbers, whose products add up the same in any order
    select w.article_no, w.stem, cast(round($grain * w.weight / l.length) as double) as weight
    from weighed w
    join lengths l using (article_no)
    where w.articles between 2 and $most
)
select a.article_no as a, b.article_no as b, sum(a.weight * b.weight) / ($grain * $grain) as likeness
from held a
join held b on a.stem = b.stem and a.article_no < b.article_no
group by a.article_no, b.article_no
having sum(a.weight * b.weight) >= $least * $grain * $grain
order by a, b;
