-- One row a pair of articles that may be alike enough for one story, with the cosine of their rare words: $near where they appeared
-- within $faded seconds, or nobody knows; $far however far apart. Far apart, either the words that are not so rare could make as much alone,
-- or the two share rarer ones, and these and the most that the others can add come to it.
with near as (
    select a.article_no as a, b.article_no as b, sum(a.weight * b.weight) / ($grain * $grain) as likeness
    from story_words a
    join story_words b on a.stem = b.stem and a.article_no < b.article_no
        and (coalesce(abs(a.moment - b.moment) <= $faded, true) or a.common * b.common >= $far)
    group by a.article_no, b.article_no
    having sum(a.weight * b.weight) >= $near * $grain * $grain
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
