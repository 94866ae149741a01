-- One row a piece of a mention of an article of $ids, in the order of the text, with the claims it belongs to.
with places as (
    select 'quote' as kind, q.quote_id as mention_id, q.article_id, q.version, q.start_char, q.end_char,
           q.utterance_id as whole, s.name as who, s.kind as who_kind, q.kind as sort, q.cue as note, q.anonymity
    from quotes q left join sources s on s.source_id = q.speaker_id
    union all
    select 'figure', f.figure_id, f.article_id, f.version, f.start_char, f.end_char, f.figure_id, s.name, s.kind,
           f.modality, concat_ws(' · ', f.hedge, f.unit, f.counted, f.predicate), null
    from figures f left join sources s using (source_id)
    union all
    select 'credit', c.credit_id, c.article_id, c.version, c.start_char, c.end_char, c.credit_id, s.name, s.kind,
           c.relation, case when c.hop > 1 then 'step ' || c.hop || ' of its path' end, null
    from credits c left join sources s using (source_id)
    union all
    select 'passage', passage_id, article_id, version, start_char, end_char, passage_id, null, null, null, null, null
    from passages
), belonging as (
    select mention_kind as kind, mention_id, list(distinct claim_id order by claim_id) as claims
    from claim_mentions group by mention_kind, mention_id
)
select p.*, coalesce(b.claims, []) as claims
from places p
join articles a using (article_id, version)
left join belonging b using (kind, mention_id)
where a.is_latest and list_contains($ids, p.article_id)
order by p.article_id, p.start_char, p.end_char, p.kind, p.mention_id;
