-- One row a pair of articles that may be alike enough for one story, with the cosine of their rare words: $near where they appeared
-- within $faded seconds, or nobody knows; $far however far apart. Far apart, either the words that are not so rare could make as much alone,
-- or the two share rarer ones, and these and the most that the others can add come to it.
with dated as (
    select *, cast(floor(moment / $faded) as bigint) as span
    from story_words
),
beside as (
    select *, span as met from dated
    union all
    select *, span + 1 as met from dated
),
shared as (  -- what each shared word adds: near in time, of a date that nobody knows, far apart
    select a.article_no as one, b.article_no as two, a.weight * b.weight as product
    from dated a
    join beside b on a.stem = b.stem and a.span = b.met and abs(a.moment - b.moment) <= $faded
        and (a.article_no < b.article_no or b.span < b.met)
    union all
    select a.article_no, b.article_no, a.weight * b.weight
    from (select * from story_words where moment is null) a
    join story_words b on a.stem = b.stem and (a.article_no < b.article_no or b.moment is not null)
    union all
    select a.article_no, b.article_no, a.weight * b.weight
    from (select * from story_words where common * common >= $far) a
    join story_words b on a.stem = b.stem and a.common * b.common >= $far and abs(a.moment - b.moment) > $faded
        and (a.article_no < b.article_no or b.common * b.common < $far)
),
near as (
    select least(one, two) as a, greatest(one, two) as b, sum(product) / ($grain * $grain) as likeness
    from shared
    group by least(one, two), greatest(one, two)
    having sum(product) >= $near * $grain * $grain
),
far as (
    select a.article_no as a, b.article_no as b
    from (select * from story_words where not is_common) a
    join (select * from story_words where not is_common) b on a.stem = b.stem and a.article_no < b.article_no
        and abs(a.moment - b.moment) > $faded and a.norm * b.norm >= $far and a.common * b.common < $far
    group by a.article_no, b.article_no
    having sum(a.weight * b.weight) / ($grain * $grain) + max(a.common * b.common) >= $far
)
select a, b, likeness from near
union all
select f.a, f.b, sum(x.weight * y.weight) / ($grain * $grain) as likeness
from far f
join story_words x on x.article_no = f.a
join story_words y on y.article_no = f.b and y.stem = x.stem
group by f.a, f.b
having sum(x.weight * y.weight) >= $far * $grain * $grain
order by a, b;
