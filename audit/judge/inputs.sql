-- One row a thing that findings and measures read beside what tracing does, by what it is told of: an article, a claim, a source; `told` is a
-- hash of it.
select 'article' as part, article_id as key, hash('quantity', q) as told from quantity_figures q join figures using (figure_id)
union all select 'article', article_id, hash('notice', n) from notices n
union all select 'article', notice_id, hash('notice', n) from notices n
union all select 'article', article_id, hash('problem', p.stage) from problems p where article_id is not null
union all select 'article', article_id, hash('citation', c) from citations c
union all select 'article', article_id, hash('gap', g) from citation_gaps g join citations using (citation_id)
union all select 'claim', claim_id, hash('claim', kind, label) from claims
union all select 'claim', claim_id, hash('mention', m) from claim_mentions m
union all select 'claim', claim_id, hash('edge', e) from edges e
union all select 'claim', claim_id, hash('origin', o) from origins o
union all select 'claim', unnest([a_claim_id, b_claim_id]), hash('link', a_claim_id, b_claim_id, relation) from claim_links
union all select 'source', source_id, hash(s, h.house) from sources s left join source_houses h using (source_id);
