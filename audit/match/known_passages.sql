-- One row a pair of articles with passages that the run before found and that nothing touches, by their numbers of now, with the key of these.
select a.article_no, b.article_no, m.key
from met_passages m
join houses a on a.key = m.a
join houses b on b.key = m.b
anti join touched_articles t on t.no = a.article_no
anti join touched_articles u on u.no = b.article_no;
