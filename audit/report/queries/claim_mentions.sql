-- One row a mention of one of the claims $ids, in the order of the text.
with covered as (  -- figures that nobody with a name asserts, and who without one is credited with them
    select f.figure_id, min(s.name) as unnamed
    from figures f
    join credits c on c.article_id = f.article_id and c.version = f.version and c.scope_start <= f.start_char and f.end_char <= c.scope_end
    join sources s on s.source_id = c.source_id and s.kind in ('anonymous', 'vague')
    where f.source_id is null and f.figure_id in (select mention_id from claim_mentions where list_contains($ids, claim_id))
    group by f.figure_id
), places as (
    select 'quote' as mention_kind, q.quote_id as mention_id, q.article_id, q.version, q.start_char, q.end_char,
           q.utterance_id as whole, s.name as who, q.cue as note
    from quotes q left join sources s on s.source_id = q.speaker_id
    union all
    select 'figure', f.figure_id, f.article_id, f.version, f.start_char, f.end_char, f.figure_id, s.name,
           trim(concat_ws(' ', f.hedge, f.surface))
    from figures f left join sources s using (source_id)
    union all
    select 'passage', passage_id, article_id, version, start_char, end_char, passage_id, null, null from passages
    union all
    select 'credit', c.credit_id, c.article_id, c.version, c.start_char, c.end_char, c.credit_id, s.name, null
    from credits c left join sources s using (source_id)
)
select distinct m.claim_id, p.*, c.unnamed
from claim_mentions m
join places p using (mention_kind, mention_id, article_id, version)
left join covered c on c.figure_id = p.mention_id
where list_contains($ids, m.claim_id)
order by m.claim_id, p.article_id, p.start_char, p.end_char, p.mention_kind, p.mention_id;
