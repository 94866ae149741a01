-- One row a kind whose findings are counted and not listed, with how often it was right when read by hand.
select f.kind, count(*) as findings, any_value(p.read) as read, any_value(p."right") as "right", any_value(p.trivial) as trivial
from findings f
left join kind_precision p using (kind)
where f.severity = 0
group by f.kind
order by findings desc, f.kind;
