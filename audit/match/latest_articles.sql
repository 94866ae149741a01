-- One row an article: its latest version and when it appeared.
select article_id, version, text, publisher_id, published_at, published_precision, published_from
from articles
where is_latest
order by article_id;
