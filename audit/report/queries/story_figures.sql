-- One row a figure of a quantity of a story of $ids, with who asserts it, as of when, done or planned, and the sum that it makes with others.
select m.story_id, q.quantity_id, q.counted as quantity, f.figure_id, f.article_id, f.start_char, f.end_char, f.surface, f.hedge, f.low, f.high, f.unit, f.counted, f.predicate, f.modality,
       f.as_of, f.qualifiers, f.source_id, s.name as who, s.kind as who_kind, b.role as block_role,
       (select min(claim_id) from claim_mentions c where c.mention_id = f.figure_id) as claim_id,
       (select min(x.detail ->> 'why') from matches x where x.relation = 'sum' and f.figure_id = x.detail ->> 'b_id') as total
from quantities q
join quantity_figures t using (quantity_id)
join figures f using (figure_id)
join articles a on a.article_id = f.article_id and a.version = f.version and a.is_latest
join story_articles m on m.article_id = f.article_id and m.story_id = q.story_id
left join sources s on s.source_id = f.source_id
left join blocks b on b.article_id = f.article_id and b.version = f.version and b.start_char <= f.start_char and f.start_char < b.end_char
where list_contains($ids, m.story_id)
order by m.story_id, q.quantity_id, f.unit nulls first, f.counted, f.article_id, f.start_char;
