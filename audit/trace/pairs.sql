-- One row a match: `joins` tells whether they are one thing said: two numbers that differ are two
-- things, linked, and so are a part and its whole, or what is done and what is planned. `parts` are the runs of words that two quotes share, [start, end, start, end];
-- `days` those between the two articles, null where a date is missing.
select m.kind, m.relation, m.detail ->> 'a_id' as a, m.detail ->> 'b_id' as b, m.a_article_id, m.b_article_id,
       m.a_start, m.a_end,
       m.kind <> 'figure' or m.relation in ('equal', 'rounded', 'hedge_lost', 'hedge_added', 'hedge_flipped')
           or (m.relation = 'compatible' and m.detail ->> 'slot' in ('value', 'hedge') and f.low = g.low and f.high = g.high) as joins,
       m.match_id, m.similarity, m.detail ->> 'why' as why, cast(m.detail -> 'parts' as integer[][]) as parts,
       m.b_start, abs(date_diff('day', t.published_at, u.published_at)) as days
from matches m
join articles t on t.article_id = m.a_article_id and t.is_latest
left join articles u on u.article_id = m.b_article_id and u.is_latest
left join figures f on f.figure_id = m.detail ->> 'a_id'
left join figures g on g.figure_id = m.detail ->> 'b_id'
order by m.match_id;
