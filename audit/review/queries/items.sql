-- One row a thing to rule on, what changes a headline most first: `impact` is how far the bounds of its claim would move.
with counted as (
    select claim_id, count(distinct article_id) as articles from claim_mentions group by claim_id),
bounds as (
    select subject_id as claim_id, max(low) as low, max(high) as high
    from measures where measure = 'independence' and subject_kind = 'claim' group by subject_id),
moved as (
    select f.edge_id, max(abs(f.low_if - b.low) + abs(f.high_if - b.high)) as impact
    from flips f join bounds b using (claim_id) group by f.edge_id),
listed as (
    select claim_id, max(severity) as severity from findings where severity > 0 and claim_id is not null group by claim_id),
things as (
    select 'edge' as kind, e.edge_id as subject_id, e.claim_id, coalesce(m.impact, 0) as impact,
           coalesce(l.severity, 0) as severity, e.basis as sort, c.label, e.child_article_id as article_id
    from edges e
    join claims c using (claim_id)
    left join moved m using (edge_id)
    left join listed l using (claim_id)
    union all
    select 'finding', f.finding_id, f.claim_id, 0, f.severity, f.kind, f.summary, f.article_id
    from (from findings union all by name from rejected_findings) f where f.severity > 0
    union all
    select 'match', m.match_id, k.claim_id, 0, 0, m.relation, words(m.a_article_id, a.version, m.a_start, m.a_end), m.a_article_id
    from matches m
    join articles a on a.article_id = m.a_article_id and a.is_latest
    left join (select mention_id, min(claim_id) as claim_id from claim_mentions group by mention_id) k
           on k.mention_id = json_extract_string(m.detail, '$.a_id')
    where m.kind <> 'passage'
    union all
    select 'merge', s.source_id, null, 0, 0, s.why, s.name || ' = ' || t.name, null
    from source_aliases s join sources t on t.source_id = s.into_id
    where s.name <> t.name
    union all
    select 'speaker', utterance_id, null, 0, 0, coalesce(certainty, 'other'), min_by(q.text, q.start_char), any_value(q.article_id)
    from quotes q join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
    where q.speaker_id is not null group by utterance_id, certainty)
select t.kind, t.subject_id, t.claim_id, t.impact::integer as impact, t.severity, t.sort, left(t.label, 240) as label, t.article_id,
       coalesce(n.articles, 0)::integer as articles, m.story_id
from things t
left join counted n using (claim_id)
left join story_articles m on m.article_id = t.article_id
order by t.impact desc, t.severity desc, articles desc, t.kind, t.sort, t.subject_id;
