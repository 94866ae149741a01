-- One row a pair of wordings, of quotes of one speaker (or an unknown one) in two articles whose words were changed, not only shortened.
select m.claim_id, null as article_id, m.evidence,
       {a_id: m.a_id} as slots, list_contains(m.relations, 'spliced') as spliced
from match_places m
join quotes a on a.quote_id = m.a_id
join quotes b on b.quote_id = m.b_id
where m.kind = 'quote' and m.a_article_id <> m.b_article_id
  and (a.speaker_id is null or b.speaker_id is null or a.speaker_id = b.speaker_id)
  and list_has_any(m.relations, ['substituted', 'spliced', 'reordered', 'inflected', 'negation_changed', 'figure_changed'])
  and not list_contains(m.relations, 'retranslated')
qualify row_number() over (partition by m.claim_id, m.relation, letters(a.text), letters(b.text) order by m.match_id) = 1;
