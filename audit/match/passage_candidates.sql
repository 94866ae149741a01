-- One row a diagonal of two articles (or of one with itself): fingerprints that both hold, at the same distance throughout.
-- Fingerprints of more than $most articles are boilerplate, but where two articles have half of all their fingerprints in
-- common: those are copies, and each is paired with the first alone. Asked are the pairs of articles in `touched_articles`.
-- Left out are pairs whose fingerprints each stand alone between other words: no run is longer than they are.
with asked as (
    select distinct g.gram
    from passage_grams g
    join touched_articles t using (owner)
),
grams as (
    select g.gram, p.no as article_no, g.position, g.two_before, g.one_around, g.two_behind
    from passage_grams g
    semi join asked a on a.gram = g.gram
    join present_articles p on p.owner = g.owner
),
several as (  -- most fingerprints stand in one place alone
    select gram
    from grams
    group by gram
    having count(*) >= 2
),
met as (
    select g.*
    from grams g
    semi join several s on s.gram = g.gram
),
refrain as (  -- what one article repeats again and again: captions of a series, tables
    select gram, article_no
    from met
    group by gram, article_no
    having count(*) > $most_in_one
),
own as (
    select g.*, h.publisher_id
    from met g
    join houses h on h.article_no = g.article_no
    anti join refrain r on r.gram = g.gram and r.article_no = g.article_no
),
frequency as (
    select gram, count(*) <= $most as is_rare, min(article_no) as first
    from own
    group by gram
    having count(*) >= 2
),
house as (  -- what one publisher prints again and again
    select gram, publisher_id
    from own
    where publisher_id is not null
    group by gram, publisher_id
    having count(distinct article_no) >= $most_of_one
),
held as (
    select o.gram, o.article_no, o.position, o.two_before, o.one_around, o.two_behind, h.publisher_id as house, f.is_rare, f.first, t.no is not null as is_touched
    from own o
    join frequency f on f.gram = o.gram
    left join house h on h.gram = o.gram and h.publisher_id = o.publisher_id
    left join touched_articles t on t.no = o.article_no
),
pairs as (
    select a.article_no as a, b.article_no as b, a.position as a_at, b.position as b_at, true as is_rare, a.house = b.house as is_house,
           a.two_before = b.two_before or a.one_around = b.one_around or a.two_behind = b.two_behind as goes_on
    from held a
    join held b on a.gram = b.gram and (a.article_no < b.article_no or (a.article_no = b.article_no and a.position < b.position))
    where a.is_rare and b.is_rare and (a.is_touched or b.is_touched)
),
common as (
    select a.article_no as a, b.article_no as b, a.position as a_at, b.position as b_at, false as is_rare, a.house = b.house as is_house,
           a.two_before = b.two_before or a.one_around = b.one_around or a.two_behind = b.two_behind as goes_on
    from held a
    join held b on a.gram = b.gram and b.first = a.article_no and a.article_no < b.article_no
    where not a.is_rare and (a.is_touched or b.is_touched)
),
sizes as (
    select article_no, sum(times) as size
    from (
        select p.no as article_no, g.gram, count(*) as times
        from passage_grams g
        join present_articles p using (owner)
        semi join (select a as no from common union select b from common) c on c.no = p.no
        group by p.no, g.gram
        having count(*) <= $most_in_one
    ) told
    group by article_no
),
copies as (
    select c.a, c.b
    from common c
    join sizes one on one.article_no = c.a
    join sizes two on two.article_no = c.b
    group by c.a, c.b, one.size, two.size
    having 2 * count(*) >= least(one.size, two.size)
),
found as (
    select * from pairs
    union all
    select * from common semi join copies using (a, b)
),
diagonals as (
    select a, b, a_at - b_at as diagonal, min(a_at) as first, max(a_at) as last, coalesce(bool_or(goes_on), false) as goes_on
    from found
    group by a, b, a_at - b_at
    having not coalesce(bool_or(is_house), false)
)
select a, b, diagonal, first, last
from diagonals
semi join (select a, b from diagonals where goes_on or first < last) longer using (a, b)
order by a, b, diagonal;
