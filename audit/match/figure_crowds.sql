-- One row an article that shares words with another, and a key of which it has more than $most figures.
insert into figure_crowds
select article_no, article_id, key, count(*)
from figure_keys
where article_no in (select a from figure_links union select b from figure_links)
group by article_no, article_id, key
having count(*) > $most;
