-- One row a diagonal of two articles (or of one with itself): fingerprints that both hold, at the same distance throughout.
with refrain as (  -- what one article repeats again and again: captions of a series, tables
    select gram, article_no
    from passage_grams
    group by gram, article_no
    having count(*) > $most_in_one
),
own as (
    select g.gram, g.article_no, g.position, g.publisher_id
    from passage_grams g
    anti join refrain r on r.gram = g.gram and r.article_no = g.article_no
),
frequency as (
    select gram
    from own
    group by gram
    having count(*) between 2 and $most
),
house as (  -- what one publisher prints again and again
    select gram, publisher_id
    from own
    where publisher_id is not null
    group by gram, publisher_id
    having count(distinct article_no) >= $most_of_one
),
held as (
    select o.gram, o.article_no, o.position, h.publisher_id as house
    from own o
    semi join frequency f on f.gram = o.gram
    left join house h on h.gram = o.gram and h.publisher_id = o.publisher_id
)
select a.article_no as a, b.article_no as b, a.position - b.position as diagonal, min(a.position) as first, max(a.position) as last
from held a
join held b on a.gram = b.gram and (a.article_no < b.article_no or (a.article_no = b.article_no and a.position < b.position))
group by a.article_no, b.article_no, a.position - b.position
having not coalesce(bool_or(a.house = b.house), false)
order by a, b, diagonal;
