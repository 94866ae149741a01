-- One row an article, latest version.
select article_id, title, text from articles where is_latest order by article_id;
