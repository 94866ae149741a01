-- How many articles there are.
select count(distinct article_id) from articles;
