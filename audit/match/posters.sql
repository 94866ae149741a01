-- One row a person who is the poster of exactly one account: the signature of a post gives both name and handle.
select p.source_id, min(a.source_id) as into_id
from sources p
join source_names n on lower(n.name) = lower(p.name)
join sources a on a.source_id = n.source_id and a.kind = 'account'
where p.kind = 'person' and contains(p.name, ' ')
group by p.source_id
having count(distinct a.source_id) = 1
order by p.source_id;
