-- One row an article of $ids: its text in the latest version.
select article_id, text from articles where is_latest and list_contains($ids, article_id);
