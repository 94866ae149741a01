-- One row a source, as those who name it read it, with the account that posts for it, and whether another one of its kind goes by the same words;
-- `told` is a hash of it.
with posters as (select poster_id as source_id, min(source_id) as account_id from sources where poster_id is not null group by poster_id),
shared as (select kind, lower(name) as name from sources group by all having count(*) > 1)
select 'source' as part, s.source_id as key, hash(s, h.house, p.account_id, c.name is not null) as told
from sources s
left join source_houses h using (source_id)
left join posters p using (source_id)
left join shared c on c.kind = s.kind and c.name = lower(s.name);
