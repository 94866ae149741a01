-- One row a figure of a latest version, with who asserts it and what its words allow.
select f.*, s.name as source_name, s.kind as source_kind, t.literal_low, t.literal_high, t.typical_low, t.typical_high,
       a.published_at, a.publisher_id, p.name as publisher, m.story_id, q.quantity_id
from figures f
join articles a on a.article_id = f.article_id and a.version = f.version and a.is_latest
left join sources s on s.source_id = f.source_id
left join sources p on p.source_id = a.publisher_id
left join story_articles m on m.article_id = f.article_id
left join quantity_figures q on q.figure_id = f.figure_id
left join figure_sets t on t.figure_id = f.figure_id
order by f.article_id, f.start_char, f.figure_id;
