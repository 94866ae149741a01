-- One row an article, latest version; without a headline it is called by its first words.
select a.article_id, coalesce(a.title, nullif(rtrim(regexp_extract(ltrim(a.text), '^[^\n]{1,60}(?:\s|$)')), '') || '…') as title, s.name as outlet, a.text
from articles a
left join sources s on s.source_id = a.publisher_id
where a.is_latest
order by a.article_id;
