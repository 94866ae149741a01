-- Working tables of one run: the keys of each figure, by number, with its source; which articles are known to share words,
-- and which lists are so long that each entry meets its equals alone.
create or replace temp table figure_keys as
select p.no as figure_no, p.article_no, t.key, t.is_wild, t.low, t.high, p.source
from figure_traits t
join present_figures p using (owner);
create or replace temp table figure_links (a integer, b integer);
create or replace temp table figure_crowds (article_no integer, key bigint, name varchar, figures integer);
