-- One row an id of what rests on these articles.
select edge_id from edges where list_contains($articles, child_article_id) or list_contains($articles, parent_article_id)
union
select subject_id from evidence where list_contains($articles, article_id)
union
select match_id from matches where list_contains($articles, a_article_id) or list_contains($articles, b_article_id)
union
select utterance_id from quotes where list_contains($articles, article_id)
union
select finding_id from rejected_findings where list_contains($articles, article_id)
union
select r.finding_id from rejected_findings r, (select unnest($articles) as article) a where contains(r.evidence::varchar, a.article);
