-- One row an arrow of the claim $claim that no reviewer rejected: who had it from whom, in names and words.
select child_title, child_outlet, child_published_at, had_it_from, is_held, relation, basis, confidence, status as review,
       hop, via, credit_words, child_words
from edges_told
where claim_id = $claim and status <> 'rejected'
order by child_published_at nulls last, child_title, hop
limit $most;
