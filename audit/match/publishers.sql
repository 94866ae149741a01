-- One row a source that may be a publisher under another name; one word that reads as a person may be an outlet's.
select source_id, name, kind, in_corpus
from sources
where in_corpus or kind in ('outlet', 'agency', 'aggregator', 'organisation') or (kind = 'person' and not contains(name, ' '))
order by source_id;
