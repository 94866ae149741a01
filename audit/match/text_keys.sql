-- Refills `text_keys`: one row an article, latest version, and a hash of its words: a run reads these once for it.
create or replace temp table text_keys as
select article_id, version, hash(article_id, version, text) as told
from articles
where is_latest;
