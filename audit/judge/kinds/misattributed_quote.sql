-- One row a pair of wordings, of quotes with the same words and two people named for them.
select m.claim_id, null as article_id, m.evidence, {first: f.name, second: s.name} as slots,
       {name: f.name, start: a.speaker_start, "end": a.speaker_end, published_at: p.published_at} as "first",
       {name: s.name, start: b.speaker_start, "end": b.speaker_end, published_at: q.published_at} as second
from match_places m
join quotes a on a.quote_id = m.a_id
join quotes b on b.quote_id = m.b_id
join articles p on p.article_id = a.article_id and p.version = a.version
join articles q on q.article_id = b.article_id and q.version = b.version
join sources f on f.source_id = a.speaker_id and f.kind = 'person'
join sources s on s.source_id = b.speaker_id and s.kind = 'person'
where m.kind = 'quote' and list_contains(m.relations, 'misattributed') and m.a_article_id <> m.b_article_id
qualify row_number() over (partition by m.claim_id, m.relation, letters(a.text), letters(b.text) order by m.match_id) = 1;
