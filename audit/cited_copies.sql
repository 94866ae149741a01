-- One row an arrow that the words of two articles let infer: which has them from which.
select edge_id, claim_id, child_article_id, parent_article_id, relation, basis, confidence, evidence
from edges
where basis = 'inferred' and parent_article_id is not null and status <> 'rejected'
order by edge_id;
