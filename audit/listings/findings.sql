-- One row a finding that is listed, most serious first, with how often its kind was right when read by hand.
select f.severity, f.kind, f.summary,
       case when p.read > 0 then p."right" || ' of ' || p.read || ' read by hand right'
                 || if(p.trivial > 0, ', ' || p.trivial || ' trivial', '') || if(p.current, '', ', under earlier rules')
            else 'not read by hand yet' end as precision,
       f.claim_id, f.article_id, f.finding_id
from findings f
left join kind_precision p using (kind)
where f.severity > 0
order by f.severity desc, f.kind, f.finding_id;
