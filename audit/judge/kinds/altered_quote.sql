-- One row a pair of quotes of one speaker (or an unknown one) in two articles whose words were changed, not only shortened.
select m.claim_id, null as article_id, m.evidence,
       {published_at: x.published_at} as "first", {published_at: y.published_at} as second,
       {a_id: m.a_id} as slots, coalesce(a.speaker_id = b.speaker_id, false) as one_voice, from_json(m.detail -> 'parts', '[["INTEGER"]]') as parts,
       case when m.relations <> ['spliced'] then null  -- two utterances of one text stand as one in the other
            when exists (select 1 from match_places o where o.kind = 'quote' and o.relations = ['spliced'] and o.match_id <> m.match_id
                         and o.b_article_id = m.b_article_id and o.b_start = m.b_start and o.a_article_id = m.a_article_id) then 'b'
            when exists (select 1 from match_places o where o.kind = 'quote' and o.relations = ['spliced'] and o.match_id <> m.match_id
                         and o.a_article_id = m.a_article_id and o.a_start = m.a_start and o.b_article_id = m.b_article_id) then 'a'
            end as joined
from match_places m
join quotes a on a.quote_id = m.a_id
join quotes b on b.quote_id = m.b_id
join articles x on x.article_id = a.article_id and x.version = a.version
join articles y on y.article_id = b.article_id and y.version = b.version
where m.kind = 'quote' and m.a_article_id <> m.b_article_id
  and (a.speaker_id is null or b.speaker_id is null or a.speaker_id = b.speaker_id)
  and list_has_any(m.relations, ['substituted', 'spliced', 'reordered', 'inflected', 'negation_changed', 'figure_changed'])
  and not list_contains(m.relations, 'retranslated');
