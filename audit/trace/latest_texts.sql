-- Refills `latest_texts`: one row an article, its latest version, with its text, unpacked once for all queries of this room.
create or replace temp table latest_texts as
select article_id, version, text
from articles
where is_latest;
