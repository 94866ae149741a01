-- One row a figure or quote whose paragraph says in the credited article that it is not verified, while the article that took it has no such words.
select m.claim_id, j.child_article_id as article_id,
       [place(j.child_article_id, j.child_start, j.child_end), place(j.parent_article_id, v.start_char, v.end_char)] as evidence,
       {x: ''} as slots
from joined_matches j
join match_places m using (match_id)
join articles a on a.article_id = j.parent_article_id and a.is_latest
join blocks b on b.article_id = a.article_id and b.version = a.version and b.start_char <= j.parent_start and j.parent_end <= b.end_char
join caveats v on v.article_id = a.article_id and v.version = a.version and v.kind = 'unverified'
              and b.start_char <= v.start_char and v.end_char <= b.end_char
where j.kind in ('figure', 'quote')
  and not exists (select 1 from caveats o where o.article_id = j.child_article_id and o.version = j.version and o.kind = 'unverified')
qualify row_number() over (partition by j.child_article_id, v.caveat_id order by j.match_id) = 1;
