-- One row a quote of one speaker in an article and in one it credits, whose verb adds weight there that the credited text did not give it.
select m.claim_id, null as article_id,
       [place(j.child_article_id, j.child_start, j.child_end), place(j.parent_article_id, j.parent_start, j.parent_end)] as evidence,
       {before: p.cue, after: c.cue} as slots
from joined_matches j
join match_places m using (match_id)
join quotes p on p.quote_id = j.parent_id
join quotes c on c.quote_id = j.child_id
where j.kind = 'quote' and p.speaker_id = c.speaker_id and p.cue <> c.cue
  and c.cue_strength - p.cue_strength >= 2  -- from doubting or saying to adding weight or presupposing: one step is taste
qualify row_number() over (partition by j.child_id order by j.match_id) = 1;
