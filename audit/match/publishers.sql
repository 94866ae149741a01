-- One row a source that may be a publisher under another name. A word read as a person is one only where other articles
-- print it in an outlet's name and nobody in all articles bears it beside another name.
with borne as (
    select distinct unnest(string_split(lower(name), ' ')) as word
    from sources
    where kind = 'person' and contains(name, ' ')
),
printed as (
    select distinct unnest(string_split(lower(name), ' ')) as word
    from source_readings
    where part = 'article' and kind in ('outlet', 'agency', 'aggregator')
)
select source_id, name, kind, in_corpus
from sources
where in_corpus or kind in ('outlet', 'agency', 'aggregator', 'organisation')
   or (kind = 'person' and lower(name) in (select word from printed) and lower(name) not in (select word from borne))
order by source_id;
