-- Extractions of articles that print a name of the list give way.
update extractions e set fingerprint = ''
from articles a
where a.article_id = e.article_id and a.version = e.version
  and exists (select 1 from unnest($spellings::varchar[]) n(name) where contains(a.text, n.name));
