-- One row a mention of a claim of the run before.
select claim_id, mention_id, article_id from claim_mentions;
