-- One row a hyperlink of the articles that wait.
select l.article_id, l.version, l.start_char, l.end_char, l.url, l.target_url, l.kind
from links l
where not exists (select 1 from extractions e where e.article_id = l.article_id and e.version = l.version and e.fingerprint = ?)
  and not exists (select 1 from articles a where a.article_id = l.article_id and a.gone_at is not null)
order by l.article_id, l.version, l.start_char;
