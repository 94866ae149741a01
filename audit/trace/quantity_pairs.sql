-- One row a match of two figures of one story that may tell one quantity: no part of another, nor a value that is far from it and only not excluded.
select m.detail ->> 'a_id' as a, m.detail ->> 'b_id' as b
from matches m
join story_articles s on s.article_id = m.a_article_id
join story_articles t on t.article_id = m.b_article_id and t.story_id = s.story_id
join figures f on f.figure_id = m.detail ->> 'a_id'
join figures g on g.figure_id = m.detail ->> 'b_id'
where m.kind = 'figure' and m.relation <> 'part'
  and not (m.relation = 'compatible' and greatest(f.low, g.low) > 2.2 * least(f.high, g.high))
order by a, b;
