-- One row a source that articles depend on, that has a name and can be asked for (no platform), and of which nothing is held, most wanted first.
select name, kind, articles, claims, source_id
from missing_sources
where kind not in ('anonymous', 'vague', 'unseen', 'platform')
order by articles desc, claims desc, name, source_id;
