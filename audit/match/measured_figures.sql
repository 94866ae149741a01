-- One row a pair of figures in two texts of one story that name one amount of one measure and share $least telling words or more of their sentences.
with measured as (
    select distinct p.no, p.owner, p.article_no, s.story, split_part(t.name, ':', 1) as kind, t.low, t.high
    from present_figures p
    join article_stories s using (article_no)
    join figure_traits t using (owner)
    where kind <> '' and not list_contains($everywhere, kind)
      and s.story in (select story from article_stories group by story having count(*) > 1)
)
select a.no as a, b.no as b
from measured a
join measured b on b.story = a.story and b.kind = a.kind and b.low = a.low and b.high = a.high and b.article_no > a.article_no
join figure_words x on x.owner = a.owner and x.tells
join figure_words y on y.owner = b.owner and y.word = x.word
group by a.no, b.no
having count(distinct x.word) >= $least
order by a.no, b.no;
