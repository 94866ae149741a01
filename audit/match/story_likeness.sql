-- One row a pair of articles that share rare words (in at most $most articles): the cosine of their weights over these, if $least or more.
-- A word weighs by how often the article has it, damped, twice where it is mostly written as a name, and by how few articles have it.
with told as (
    select p.no as article_no, w.stem, sum(w.told) as told, sum(w.named) as named
    from article_words w
    join present_articles p using (owner)
    group by p.no, w.stem
),
frequency as (
    select stem, count(*) as articles
    from told
    group by stem
),
weighed as (
    select t.article_no, t.stem, f.articles,
           round($grain * (1 + ln(t.told)) * if(2 * t.named >= t.told, $name, 1.0)
                 * ln(((select count(*) from present_articles) + $prior + 1) / (f.articles + 1)))::bigint as weight
    from told t
    join frequency f using (stem)
),
lengths as (
    select article_no, greatest(1, sqrt(sum(weight::hugeint * weight)::double)) as length
    from weighed
    group by article_no
),
held as (
    select w.article_no, w.stem, round($grain * w.weight / l.length)::bigint as weight
    from weighed w
    join lengths l using (article_no)
    where w.articles between 2 and $most
)
select a.article_no as a, b.article_no as b, sum(a.weight * b.weight)::double / ($grain * $grain::bigint) as likeness
from held a
join held b on a.stem = b.stem and a.article_no < b.article_no
group by a.article_no, b.article_no
having sum(a.weight * b.weight) >= $least * $grain * $grain::bigint
order by a, b;
