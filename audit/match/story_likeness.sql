-- One row a pair of articles that share rare words (in at most $most articles): the cosine of their weights over these, if $least or more.
with rare as (
    select word
    from story_words
    group by word
    having count(*) between 2 and $most
),
held as (
    select w.article_no, w.word, w.weight
    from story_words w
    semi join rare using (word)
)
select a.article_no as a, b.article_no as b, sum(a.weight * b.weight) as likeness
from held a
join held b on a.word = b.word and a.article_no < b.article_no
group by a.article_no, b.article_no
having sum(a.weight * b.weight) >= $least
order by a, b;
