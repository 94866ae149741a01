-- One row a source that goes by the same words as another one of its kind: unnamed people, described bodies and documents are another in every article.
select source_id, kind, lower(name) as name
from sources
qualify count(*) over (partition by kind, lower(name)) > 1
order by source_id;
