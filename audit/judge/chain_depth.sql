-- One row a claim of `chain_depth`: its bounds are the median and the longest chain.
update measured set low = d.median, high = d.longest
from (select subject_id, median(note) as median, max(note) as longest from chain_depth_evidence group by subject_id) d
where measure = 'chain_depth' and measured.subject_id = d.subject_id;
