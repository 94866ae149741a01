-- One row an article, latest version: its text, headline and language.
select article_id, text, title, language
from articles
where is_latest
order by article_id;
