-- One row a pair of wordings, of quotes in two articles whose words were changed, not only shortened.
select m.claim_id, null as article_id, m.evidence,
       {relations: replace(array_to_string(list_filter(m.relations, lambda r: r in ('substituted', 'spliced', 'reordered', 'inflected', 'negation_changed', 'figure_changed')), ', '), '_', ' ')} as slots
from match_places m
join quotes a on a.quote_id = m.a_id
join quotes b on b.quote_id = m.b_id
where m.kind = 'quote' and m.a_article_id <> m.b_article_id
  and list_has_any(m.relations, ['substituted', 'spliced', 'reordered', 'negation_changed', 'figure_changed'])
qualify row_number() over (partition by m.claim_id, m.relation, letters(a.text), letters(b.text) order by m.match_id) = 1;
