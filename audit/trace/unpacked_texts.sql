-- Refills `unpacked_texts`, of which `latest_texts` is then a view: each text is unpacked once for all queries of this room.
create or replace temp table unpacked_texts as
select article_id, version, text
from articles
where is_latest;
create or replace temp view latest_texts as from unpacked_texts;
