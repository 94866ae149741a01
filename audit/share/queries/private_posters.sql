-- One row a spelling of an account or of who posts there, and what the texts call them.
with accounts as (select source_id, poster_id from sources where kind = 'account'),
people as (select source_id as account_id, source_id from accounts union select source_id, poster_id from accounts where poster_id is not null)
select p.account_id, s.source_id, s.name as known_as, n.name, q.title, q.justification
from people p
join sources s on s.source_id = p.source_id
left join source_names n on n.source_id = p.source_id
left join quotes q on q.speaker_id = p.source_id
group by all
order by p.account_id, s.source_id, n.name;
