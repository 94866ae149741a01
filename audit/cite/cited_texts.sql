-- One row an article that cites or is cited, latest version.
select article_id, text, title, language from articles where is_latest and article_id in $ids order by article_id;
