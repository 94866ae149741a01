-- One row a figure of a latest version that is matched: what it counts, who gives it, and the story of its article, the earliest article first.
select distinct f.figure_id, s.story_id, f.article_id, f.source_id, f.counted, f.qualifiers, f.unit, a.published_at, f.start_char
from figures f
join articles a on a.article_id = f.article_id and a.version = f.version and a.is_latest
join story_articles s on s.article_id = f.article_id
semi join (select detail ->> 'a_id' as id from matches where kind = 'figure' union all select detail ->> 'b_id' from matches where kind = 'figure') m
       on m.id = f.figure_id
order by a.published_at nulls last, f.article_id, f.start_char, f.figure_id;
