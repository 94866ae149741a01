-- One row a match; `words` is how many words a passage has (0 of other kinds), `joins` whether they are one thing said: two numbers that differ are two
-- things, linked, and so are a part and its whole, or what is done and what is planned. `parts` are the runs of words that two quotes share, [start, end, start, end].
select m.kind, m.relation, m.detail ->> 'a_id' as a, m.detail ->> 'b_id' as b, m.a_article_id, m.b_article_id,
       case when m.kind = 'passage' then length(substr(t.text, m.a_start + 1, m.a_end - m.a_start))
         - length(replace(substr(t.text, m.a_start + 1, m.a_end - m.a_start), ' ', '')) + 1 else 0 end as words,
       m.kind <> 'figure' or m.relation in ('equal', 'rounded', 'hedge_lost', 'hedge_added', 'hedge_flipped')
           or (m.relation = 'compatible' and m.detail ->> 'slot' in ('value', 'hedge') and f.low = g.low and f.high = g.high) as joins,
       m.match_id, m.similarity, m.detail ->> 'why' as why, cast(m.detail -> 'parts' as integer[][]) as parts
from matches m
join latest_texts t on t.article_id = m.a_article_id
left join figures f on f.figure_id = m.detail ->> 'a_id'
left join figures g on g.figure_id = m.detail ->> 'b_id'
order by m.match_id;
