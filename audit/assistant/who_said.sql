-- One row a quote whose letters hold $solid, in a latest version, with the speaker that is named beside the words. Rejected
-- speakers are left out; `named` tells whether somebody is, so that words without a name are told from words not held.
select q.quote_id, coalesce(q.certainty = 'named' and s.kind in ('person', 'organisation'), false) as named,
       s.name as speaker, q.title as post, t.text as words, t.title, t.outlet, a.url, t.published_at, t.rule,
       t.rule_meaning, coalesce(d.verdict, 'not reviewed') as review
from quotes q
join quotes_told t using (quote_id)
join articles a on a.article_id = q.article_id and a.version = q.version
left join sources s on s.source_id = q.speaker_id
left join decisions d on d.subject_kind = 'speaker' and d.subject_id = q.utterance_id
where a.is_latest and q.kind <> 'indirect' and coalesce(q.polarity, '') <> 'denied'
  and coalesce(d.verdict, '') <> 'rejected'
  and regexp_replace(lower(strip_accents(q.text)), '[^a-z0-9]', '', 'g') like '%' || $solid || '%'
order by named desc, t.published_at nulls last, q.quote_id
limit $most;
