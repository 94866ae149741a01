-- One row a story of two articles or more, the largest first.
with counted as (
    select story_id, count(*) as articles, list(article_id) as article_ids from story_articles group by story_id having count(*) > 1)
select s.story_id, s.label, s.first_at, s.last_at, c.articles, c.article_ids
from stories s
join counted c using (story_id)
order by c.articles desc, s.first_at nulls last, s.story_id;
