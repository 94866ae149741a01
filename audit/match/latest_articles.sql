-- One row an article, in no order: its latest version, a key of its words, and when it appeared.
select article_id, version, text, (told >> 1)::bigint as text_key, publisher_id, published_at, published_precision,
       published_from
from articles
join text_keys using (article_id, version)
where is_latest;
