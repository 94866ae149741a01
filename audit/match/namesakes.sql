-- One row a person who bears the name of exactly one outlet or agency: a sentence that asserts something of it was read as a person's.
select p.source_id, min(o.source_id) as into_id
from sources p
join source_names n on lower(n.name) in (lower(p.name), 'the ' || lower(p.name))
join sources o on o.source_id = n.source_id and o.kind in ('outlet', 'agency')
where p.kind = 'person' and contains(p.name, ' ')
group by p.source_id
having count(distinct o.source_id) = 1
order by p.source_id;
