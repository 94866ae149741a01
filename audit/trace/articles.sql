-- One row an article, latest version.
select article_id, version, publisher_id, published_at, published_precision, published_from, modified_at,
       length(text) - length(replace(text, ' ', '')) + 1 as words, originator_id, byline
from articles
where is_latest
order by article_id;
