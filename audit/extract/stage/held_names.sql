-- One row the name of a publisher of which anything is held.
select distinct s.name
from articles a
join sources s on s.source_id = a.publisher_id
order by s.name;
