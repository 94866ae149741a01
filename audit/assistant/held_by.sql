-- One row a held article that one of $names names: by id, external id, address or headline; latest version.
-- Without a headline it is called by its first words.
select article_id, coalesce(title, nullif(rtrim(regexp_extract(ltrim(text), '^[^\n]{1,60}(?:\s|$)')), '') || '…', article_id) as title, url, text
from articles
where is_latest and (article_id in $names or external_id in $names or url in $names or title in $names)
order by article_id;
