-- One row a pair of wordings, of quotes with the same words and two speakers.
select m.claim_id, null as article_id, m.evidence, {first: f.name, second: s.name} as slots
from match_places m
join quotes a on a.quote_id = m.a_id
join quotes b on b.quote_id = m.b_id
join sources f on f.source_id = a.speaker_id
join sources s on s.source_id = b.speaker_id
where m.kind = 'quote' and list_contains(m.relations, 'misattributed')
qualify row_number() over (partition by m.claim_id, m.relation, letters(a.text), letters(b.text) order by m.match_id) = 1;
