-- One row a match; `words` is how many words the two share, `joins` whether they are one thing said. A part is not its whole,
-- and two numbers that differ are one claim only where one source is named for both, or where the number is the same.
select m.kind, m.relation, m.detail ->> 'a_id' as a, m.detail ->> 'b_id' as b, m.a_article_id, m.b_article_id,
       length(substr(t.text, m.a_start + 1, m.a_end - m.a_start))
         - length(replace(substr(t.text, m.a_start + 1, m.a_end - m.a_start), ' ', '')) + 1 as words,
       case when m.relation in ('part', 'sum') then false
            when m.relation in ('conflict', 'compatible')
            then coalesce(f.source_id = g.source_id, false) or (f.low = g.low and f.high = g.high)
            else true end as joins
from matches m
join articles t on t.article_id = m.a_article_id and t.is_latest
left join figures f on f.figure_id = m.detail ->> 'a_id'
left join figures g on g.figure_id = m.detail ->> 'b_id'
order by m.match_id;
