-- Working tables of one run: the keys of each figure, by number, with its source; what the keys are called; which articles are known to share words,
-- and which lists are so long that each entry meets its equals alone.
create or replace temp table figure_keys (figure_no integer, article_no integer, key integer, is_wild boolean, low double, high double, source bigint);
create or replace temp table key_names (key integer, name varchar);
create or replace temp table figure_links (a integer, b integer);
create or replace temp table figure_crowds (article_no integer, key integer, name varchar, figures integer);
