-- One row a figure or quoted words of a sentence that credits an outlet for them and links to a held article of that outlet, which lacks them.
-- A credit alone is not enough ("told CNN" may mean what was broadcast), nor is a link (it may lead to what the sentence is about).
select null as claim_id, c.article_id,
       [place(c.article_id, g.start_char, g.end_char), place(c.article_id, k.start_char, k.end_char)] as evidence,
       {what: if(g.kind = 'figure', 'this figure', 'these words'), source: s.name, title: coalesce(t.title, 'untitled')} as slots
from citations c
join citation_gaps g using (citation_id)
join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
join articles t on t.article_id = c.target_id and t.is_latest
join sources s on s.source_id = t.publisher_id
join credits k on k.article_id = c.article_id and k.version = c.version and k.source_id = t.publisher_id
              and k.relation in ('relays', 'credits_first', 'quotes')
              and k.start_char >= c.start_char and k.end_char <= c.end_char
              and k.scope_start <= g.start_char and g.end_char <= k.scope_end
where (g.kind = 'figure' or (g.kind = 'quote' and g.nearest is null)) and c.verdict <> 'cannot_tell'
  and exists (select 1 from links l where l.article_id = c.article_id and l.version = c.version and l.target_url = t.url
              and l.start_char >= c.start_char and l.end_char <= c.end_char)
  and not exists (select 1 from problems p where p.article_id = t.article_id)  -- a text that was not read whole
qualify row_number() over (partition by c.article_id, g.start_char, g.end_char order by k.hop, k.credit_id) = 1;
