-- One row a house whose articles are held, as figures are credited, and its name.
select distinct (hash(s.source_id) >> 1)::bigint as house, s.name
from articles a
join sources s on s.source_id = a.publisher_id
where a.is_latest
order by all;
