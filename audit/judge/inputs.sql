-- One row a thing that findings and measures read, by what it is told of: an article in all its versions, a claim, a source; `told` is a hash of it.
select 'article' as part, article_id as key, hash('article', a) as told from articles a
union all select 'article', a.article_id, hash('capture', c.media_type) from articles a join captures c using (capture_id)
union all select 'article', article_id, hash('block', b) from blocks b
union all select 'article', article_id, hash('sentence', s) from sentences s
union all select 'article', article_id, hash('quote', q) from quotes q
union all select 'article', article_id, hash('figure', f, t) from figures f left join figure_sets t using (figure_id)
union all select 'article', article_id, hash('quantity', q) from quantity_figures q join figures using (figure_id)
union all select 'article', article_id, hash('passage', p) from passages p
union all select 'article', article_id, hash('credit', c) from credits c
union all select 'article', article_id, hash('caveat', c) from caveats c
union all select 'article', article_id, hash('link', k) from links k
union all select 'article', article_id, hash('change', v) from version_changes v
union all select 'article', article_id, hash('story', s) from story_articles s
union all select 'article', article_id, hash('notice', n) from notices n
union all select 'article', notice_id, hash('notice', n) from notices n
union all select 'article', article_id, hash('problem', p.stage) from problems p where article_id is not null
union all select 'article', article_id, hash('citation', c) from citations c
union all select 'article', article_id, hash('gap', g) from citation_gaps g join citations using (citation_id)
union all
select 'article', unnest([a_article_id, b_article_id]), hash('match', match_id, kind, relation, a_start, a_end, b_start, b_end, detail) from matches
union all select 'claim', claim_id, hash('claim', kind, label) from claims
union all select 'claim', claim_id, hash('mention', m) from claim_mentions m
union all select 'claim', claim_id, hash('edge', e) from edges e
union all select 'claim', claim_id, hash('origin', o) from origins o
union all select 'claim', unnest([a_claim_id, b_claim_id]), hash('link', a_claim_id, b_claim_id, relation) from claim_links
union all select 'source', source_id, hash(s, h.house) from sources s left join source_houses h using (source_id);
