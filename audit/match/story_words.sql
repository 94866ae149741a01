-- Refills `story_words`: one row an article and a rare word of it (one that at least two and at most $most articles have), with the weight of
-- the word there; when the article appeared, in seconds; the length of these weights, and of those of words that more than $rare articles have.
-- A word weighs by how often the article has it, damped, twice where it is mostly written as a name, and by how few articles have it.
create or replace temp table story_words as
with told as (
    select p.no as article_no, w.stem, w.told, w.named
    from article_words w
    join present_articles p using (owner)
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
weighed as (  -- logs to the millionth, so that every machine has the same
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
    select w.article_no, w.stem, w.articles > $rare as is_common, cast(round($grain * w.weight / l.length) as double) as weight
    from weighed w
    join lengths l using (article_no)
    where w.articles between 2 and $most
),
norms as (
    select article_no, sqrt(sum(weight * weight)) / $grain as norm, sqrt(coalesce(sum(weight * weight) filter (where is_common), 0)) / $grain as common
    from held
    group by article_no
)
select h.article_no, h.stem, h.is_common, h.weight, m.moment, n.norm, n.common
from held h
join norms n using (article_no)
left join story_moments m using (article_no);
