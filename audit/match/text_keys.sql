-- Working table of one run: an article, its latest version, and a key of its words.
create or replace temp table text_keys (article_id varchar, version integer, told bigint);
