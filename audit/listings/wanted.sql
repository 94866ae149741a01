-- One row a source that articles depend on and of which nothing is held, most wanted first.
select name, kind, articles, claims, source_id
from missing_sources
order by articles desc, claims desc, name, source_id;
