-- One row a named source that may have been read as another kind elsewhere.
select source_id, name, kind, in_corpus, wikidata is not null as listed
from sources
where kind in ('person', 'organisation', 'outlet', 'agency') and contains(name, ' ')
order by source_id;
