-- One row a pair of articles of one of the claims $ids whose direction was weighed and left open.
select d.claim_id, d.a_article_id, d.b_article_id, d.p_ab, d.p_ba, d.p_common, d.p_none
from dependences d
where list_contains($ids, d.claim_id)
  and not exists (
    select 1 from edges e
    where e.claim_id = d.claim_id
      and ((e.child_article_id = d.a_article_id and e.parent_article_id = d.b_article_id)
        or (e.child_article_id = d.b_article_id and e.parent_article_id = d.a_article_id)))
order by d.claim_id, d.a_article_id, d.b_article_id;
