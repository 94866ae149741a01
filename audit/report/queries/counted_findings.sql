-- One row a kind whose findings are counted and not listed, with how often it was right when read by hand. `earned`: what it stands for where it is
-- listed; above 0 the kind is, and these are told by a finding of another kind.
select f.kind, count(*) as findings, coalesce(any_value(p.read), 0) as read, any_value(p."right") as "right", any_value(p.trivial) as trivial,
       coalesce(any_value(p.current), true) as current, coalesce(any_value(p.severity), 0) as earned
from findings f
left join kind_precision p using (kind)
where f.severity = 0
group by f.kind
order by findings desc, f.kind;
