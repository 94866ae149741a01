-- One row a match that joins two mentions; `words` is how many the two share.
select m.kind, m.relation, m.detail ->> 'a_id' as a, m.detail ->> 'b_id' as b, m.a_article_id, m.b_article_id,
       length(substr(t.text, m.a_start + 1, m.a_end - m.a_start))
         - length(replace(substr(t.text, m.a_start + 1, m.a_end - m.a_start), ' ', '')) + 1 as words
from matches m
join articles t on t.article_id = m.a_article_id and t.is_latest
order by m.match_id;
