-- One row an arrow of the run before.
select claim_id, child_article_id, parent_article_id, candidate_article_id, basis from edges;
