-- One row an article that shares words with another, and a key of which it has more than $most figures.
insert into figure_crowds
select article_no, key, name, count(*)
from figure_keys
join key_names using (key)
where article_no in (select a from figure_links union select b from figure_links)
group by article_no, key, name
having count(*) > $most;
