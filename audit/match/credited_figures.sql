-- One row a figure of `credited_figures` and one of the same kind in a text of the house that it is credited to, of the days around: how much tells that
-- they are one (telling words of both sentences, the house's name left out; a head, the kind of a rate, an amount in one story, as one more), how many
-- words the shorter sentence has, the kind, the greater value, whether both have one head, and in one story, and whether both name one value. Of
-- another value only where neither text gives the other's too, and one may have been made of the other.
with crediting as (
    select c.no, c.house, p.owner, p.article_no, o.day
    from credited_figures c
    join present_figures p using (no)
    left join article_houses o using (article_no)
),
theirs as (
    select h.house, h.day, p.no, p.owner, p.article_no
    from article_houses h
    semi join crediting c using (house)
    join present_figures p using (article_no)
),
traits as (
    select owner, key, split_part(name, ':', 1) as kind, is_wild, low, high
    from figure_traits
    where owner in (select owner from crediting union all select owner from theirs)
),
said as (
    select distinct c.house, c.owner, w.word
    from crediting c
    join figure_words w using (owner)
    where w.tells and not exists (select 1 from house_names n where n.house = c.house and n.word = w.word)
),
told as (  -- what may tell that two are one
    select house, owner, word, false as is_head from said
    union all
    select c.house, c.owner, t.key, true from (select distinct house, owner from crediting) c join traits t using (owner) where not t.is_wild
    union all
    select distinct c.house, c.owner, (hash(t.kind) >> 1)::bigint, false from crediting c join traits t using (owner) where contains(t.kind, ' per ')
),
asked as (select distinct house, word from told),
found as (
    select t.*, w.word from theirs t join figure_words w using (owner) semi join asked a on a.house = t.house and a.word = w.word where w.tells
    union all
    select t.*, k.key from theirs t join traits k using (owner) where not k.is_wild
    union all
    select distinct t.*, (hash(k.kind) >> 1)::bigint from theirs t join traits k using (owner) where contains(k.kind, ' per ')
),
shared as (
    select c.no as a, f.no as b, c.house, count(distinct x.word) as shares, bool_or(x.is_head) as one_head
    from crediting c
    join told x on x.owner = c.owner and x.house = c.house
    join found f on f.house = x.house and f.word = x.word and f.article_no <> c.article_no
    where c.day is null or f.day is null or c.day - f.day between -1 and $days
    group by all
),
valued as (
    select p.no, p.owner, p.article_no, any_value(t.kind) as kind, any_value(t.low) as low, any_value(t.high) as high
    from present_figures p
    join traits t using (owner)
    group by all
),
sized as (
    select house, owner, count(*) as words from said group by all
    union all
    select t.house, t.owner, count(*) from theirs t join figure_words w using (owner) where w.tells group by all
),
paired as (
    select s.a, s.b, s.shares, s.one_head, least(coalesce(m.words, 0), coalesce(n.words, 0)) as words, x.low = y.low and x.high = y.high as same,
           x.kind, x.low, x.high, y.low as their_low, y.high as their_high, x.article_no as one, y.article_no as two, i.story = j.story as one_story
    from shared s
    join valued x on x.no = s.a
    join valued y on y.no = s.b and y.kind = x.kind
    left join sized m on m.owner = x.owner and m.house = s.house
    left join sized n on n.owner = y.owner and n.house = s.house
    left join article_stories i on i.article_no = x.article_no
    left join article_stories j on j.article_no = y.article_no
)
select p.a, p.b, p.two, p.shares + if(p.same and p.one_story and p.kind <> '' and (p.one_head or not list_contains($everywhere, p.kind)), 1, 0) as shares, p.words,
       p.kind, greatest(p.high, p.their_high) as high, p.one_head, p.one_head and p.one_story as one_story, p.same
from paired p
where p.same or (
    greatest(p.high, p.their_high) <= $ratio * least(p.high, p.their_high)
    and not exists (select 1 from valued v where v.article_no = p.two and v.kind = p.kind and v.low = p.low and v.high = p.high)
    and not exists (select 1 from valued v where v.article_no = p.one and v.kind = p.kind and v.low = p.their_low and v.high = p.their_high))
order by p.a, p.b;
