-- One row a source that passes on what others said.
select source_id, kind
from sources
where kind in ('outlet', 'agency', 'platform', 'aggregator', 'account')
order by source_id;
