-- One row a thing credited to a source of $ids: an utterance, a figure or a credit, with its route, the latest versions.
with told as (
    select q.speaker_id as source_id, 'quote' as kind, q.utterance_id as thing, q.article_id, q.version, min(q.start_char) as start_char,
           max(q.end_char) as end_char, string_agg(q.text, ' … ' order by q.start_char) as words, any_value(q.title) as title,
           any_value(q.justification) as justification
    from quotes q where list_contains($ids, q.speaker_id) group by all
    union all
    select f.source_id, 'figure', f.figure_id, f.article_id, f.version, f.start_char, f.end_char, trim(concat_ws(' ', f.hedge, f.surface, f.counted)), null, null
    from figures f where list_contains($ids, f.source_id)
    union all
    select c.source_id, 'credit', c.credit_id, c.article_id, c.version, c.start_char, c.end_char,
           substr(a.text, c.start_char + 1, c.end_char - c.start_char), null, null
    from credits c join articles a on a.article_id = c.article_id and a.version = c.version where list_contains($ids, c.source_id)),
routes as (
    select c.article_id, c.version, c.chain_id, min(c.scope_start) as low, max(c.scope_end) as high,
           string_agg(s.name, ' ← ' order by c.hop) as path, list(c.source_id) as sources
    from credits c join sources s on s.source_id = c.source_id group by c.article_id, c.version, c.chain_id having count(*) > 1)
select t.source_id, t.kind, t.thing, t.article_id, t.start_char, t.end_char, t.words, t.title, t.justification, min(r.path) as route,
       (select min(m.claim_id) from claim_mentions m where m.article_id = t.article_id and (m.mention_id = t.thing or m.mention_id in (
           select quote_id from quotes q where q.utterance_id = t.thing and q.article_id = t.article_id))) as claim_id
from told t
join articles a on a.article_id = t.article_id and a.version = t.version and a.is_latest
left join routes r on r.article_id = t.article_id and r.version = t.version and r.low <= t.start_char and t.end_char <= r.high
                  and list_contains(r.sources, t.source_id)
group by all
order by t.source_id, t.kind desc, t.article_id, t.start_char, t.thing;
