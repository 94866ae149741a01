-- One row an article, latest version, as counting origins needs it: no length.
select article_id, version, publisher_id, published_at, published_precision, published_from, modified_at, 0 as words, originator_id
from articles
where is_latest
order by article_id;
