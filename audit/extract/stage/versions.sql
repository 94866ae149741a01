-- One row a version of an article and the one before it, where their words are not compared yet.
select b.article_id, a.version as from_version, b.version as to_version, a.text as before, b.text as after
from articles b
join articles a on a.article_id = b.article_id
               and a.version = (select max(version) from articles e where e.article_id = b.article_id and e.version < b.version)
where b.gone_at is null and not exists (select 1 from version_changes d where d.article_id = b.article_id and d.from_version = a.version and d.to_version = b.version)
order by b.article_id, b.version;
