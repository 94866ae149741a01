-- Refills `read_texts`, of which `latest_texts` is then a view: one row an article that is read, its latest version, with its text.
create or replace temp table read_texts (article_id varchar, version integer, text varchar);
create or replace temp view latest_texts as from read_texts;
