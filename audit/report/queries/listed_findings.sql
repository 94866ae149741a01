-- One row a kind of findings that are listed, most serious first.
select kind, count(*) as findings
from findings
where severity > 0
group by kind
order by max(severity) desc, kind;
