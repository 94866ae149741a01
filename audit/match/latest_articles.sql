-- One row an article, in their order: its latest version, a key of its words, and when it appeared.
select article_id, version, told as text_key, publisher_id, published_at, published_precision, published_from
from articles
join text_keys using (article_id, version)
where is_latest
order by article_id;
