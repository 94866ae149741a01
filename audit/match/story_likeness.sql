-- One row a pair of articles of one home that share rare words: the cosine of their weights over these, if $least or more.
with held as (
    select w.article_no, w.stem, w.weight, h.home
    from story_words w
    join story_homes h using (article_no)
)
select a.article_no as a, b.article_no as b, sum(a.weight * b.weight) / ($grain * $grain) as likeness
from held a
join held b on a.stem = b.stem and a.home = b.home and a.article_no < b.article_no
group by a.article_no, b.article_no
having sum(a.weight * b.weight) >= $least * $grain * $grain
order by a, b;
