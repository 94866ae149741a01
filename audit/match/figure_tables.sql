-- Working tables of one run: what each figure's sentence shares with others, its keys, and which articles are known to share words.
create or replace temp table figure_words (figure_no integer, key varchar, word varchar, weight double);
create or replace temp table figure_keys (figure_no integer, article_no integer, key varchar);
create or replace temp table figure_links (a integer, b integer);
