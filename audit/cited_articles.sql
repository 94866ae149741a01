-- One row an article of the collection, latest version, by the id that its line brought along.
select external_id, article_id, version, text, title, url from articles where is_latest and external_id is not null;
