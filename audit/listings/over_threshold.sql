-- One row a finding that breaks a threshold: of a kind in $limits with more than its number, else of severity $severity or above where all such are more than $at_most.
with limits as (select unnest(map_keys($limits::map(varchar, integer))) as kind, unnest(map_values($limits::map(varchar, integer))) as most),
counted as (
    select f.*, l.most, count(*) over (partition by f.kind) as of_kind,
           count(*) filter (f.severity >= $severity and l.most is null) over () as grave
    from findings f left join limits l using (kind))
select severity, kind, summary, claim_id, article_id, finding_id
from counted
where if(most is null, severity >= $severity and grave > $at_most, of_kind > most)
order by severity desc, kind, finding_id;
