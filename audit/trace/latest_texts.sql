-- Tells `latest_texts`: one row an article, its latest version, with its text.
create or replace temp view latest_texts as
select article_id, version, text
from articles
where is_latest;
