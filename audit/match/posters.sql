-- An account is that of the one person who signs posts with it; the account and the person stay two.
update sources set poster_id = p.poster_id
from (select a.source_id, min(p.source_id) as poster_id
      from sources a
      join source_names n on n.source_id = a.source_id
      join sources p on p.kind = 'person' and lower(n.name) = lower(p.name)
      where a.kind = 'account' and contains(p.name, ' ')
      group by a.source_id
      having count(distinct p.source_id) = 1) p
where p.source_id = sources.source_id;
