-- One row a source that may be a publisher under another name.
select source_id, name, kind, in_corpus
from sources
where in_corpus or kind in ('outlet', 'agency', 'aggregator', 'organisation')
order by source_id;
