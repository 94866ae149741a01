-- Working tables of one run: the keys of each figure with its source, which articles are known to share words,
-- and which lists are so long that each entry meets its equals alone.
create or replace temp table figure_keys (
    figure_no integer, article_no integer, article_id varchar, key varchar, low double, high double, source_id varchar);
create or replace temp table figure_links (a integer, b integer);
create or replace temp table figure_crowds (article_no integer, article_id varchar, key varchar, figures integer);
