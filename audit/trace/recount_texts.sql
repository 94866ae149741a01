-- One row an article of $ids, latest version: its text, headline and language. Sought by its place: no other text is read.
select article_id, text, title, language
from articles
where rowid in (select rowid from articles where is_latest and list_contains($ids, article_id))
order by article_id;
