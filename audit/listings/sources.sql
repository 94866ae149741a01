-- One row a source that is quoted, credited or held, most used first.
select name, kind, affiliation, in_corpus, articles, quotes, credits, source_id
from sources_used
where articles > 0 or in_corpus
order by articles desc, name, source_id;
