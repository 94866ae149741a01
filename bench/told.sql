-- What is told of each invented story: the first column is the story, the others are a row without ids.

-- table matches
select
  a.external_id[:3], m.kind, m.relation, a.external_id, a_start, a_end, b.external_id, b_start, b_end,
  m.detail->>'relations', m.detail->>'slot', m.detail->>'why', round(similarity, 3)
from matches m
join articles a on a.article_id = a_article_id
join articles b on b.article_id = b_article_id

-- table claims
select
  min(a.external_id)[:3], c.kind, c.label,
  list_sort(list(a.external_id || ' ' || mention_kind || ' ' || coalesce(q.start_char, f.start_char, p.start_char, k.start_char)))
from claims c
join claim_mentions m using (claim_id)
join articles a using (article_id, version)
left join (select quote_id, min(start_char) as start_char from quotes group by all) q on q.quote_id = mention_id
left join figures f on f.figure_id = mention_id
left join passages p on p.passage_id = mention_id
left join credits k on k.credit_id = mention_id
group by c.claim_id, c.kind, c.label

-- table edges
select
  child.external_id[:3], c.kind, c.label, child.external_id, parent.external_id, s.name, e.relation, basis,
  round(confidence, 3), hop, via.name, candidate.external_id, state,
  (
    select list(a.external_id || ' ' || role || ' ' || start_char || ' ' || end_char order by place_no)
    from evidence v join articles a using (article_id, version) where subject_kind = 'edge' and subject_id = edge_id
  )
from edges e
join claims c using (claim_id)
join articles child on child.article_id = child_article_id
left join articles parent on parent.article_id = parent_article_id
left join articles candidate on candidate.article_id = candidate_article_id
left join sources s on s.source_id = parent_source_id
left join sources via on via.source_id = via_source_id

-- table origins
select
  coalesce(a.external_id, (select min(external_id) from claim_mentions m join articles using (article_id) where m.claim_id = o.claim_id))[:3],
  c.kind, c.label, node_kind, coalesce(a.external_id, s.name)
from origins o
join claims c using (claim_id)
left join articles a on a.article_id = node_id
left join sources s on s.source_id = node_id

-- table links
select
  (select min(external_id) from claim_mentions m join articles using (article_id) where m.claim_id = a_claim_id)[:3],
  a.kind, a.label, b.label, relation, detail->>'why'
from claim_links
join claims a on a.claim_id = a_claim_id
join claims b on b.claim_id = b_claim_id

-- table findings
select
  min(a.external_id)[:3], f.kind, f.summary, list(a.external_id || ' ' || start_char || ' ' || end_char order by place_no)
from findings f
join evidence v on subject_kind = 'finding' and subject_id = finding_id
join articles a on a.article_id = v.article_id and a.version = v.version
group by finding_id, f.kind, f.summary

-- table measures
select
  coalesce(a.external_id, (select min(external_id) from claim_mentions m join articles using (article_id) where m.claim_id = subject_id))[:3],
  measure, subject_kind, coalesce(a.external_id, c.label), numerator, denominator, low, high
from measures
left join articles a on a.article_id = subject_id
left join claims c on c.claim_id = subject_id
where a.article_id is not null or c.claim_id is not null

-- table quantities
select
  min(a.external_id)[:3], q.counted, q.qualifiers, q.unit, list_sort(list(a.external_id || ' ' || f.start_char))
from quantities q
join quantity_figures using (quantity_id)
join figures f using (figure_id)
join articles a on a.article_id = f.article_id and a.version = f.version
group by quantity_id, q.counted, q.qualifiers, q.unit

-- table stories
select min(a.external_id)[:3], label, list(a.external_id order by a.external_id)
from stories join story_articles using (story_id) join articles a using (article_id)
group by story_id, label
