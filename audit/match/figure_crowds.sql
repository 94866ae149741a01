-- One row an article that shares words with another, and a key of which it has more than $most figures.
insert into figure_crowds
with crowds as (
    select article_no, key, count(*) as figures
    from figure_keys
    where article_no in (select a from figure_links union select b from figure_links)
    group by article_no, key
    having count(*) > $most
)
select article_no, key, (select any_value(name) from figure_traits t where t.key = c.key), figures
from crowds c;
