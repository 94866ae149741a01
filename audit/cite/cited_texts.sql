-- One row an article that cites or is cited, latest version.
select article_id, text, title, byline, language, published_at::date as published from articles where is_latest and article_id in $ids order by article_id;
