-- One row an article that has an address, latest version: what a reference to it can be compared with.
select url, text, title, published_at::date as published from articles where is_latest and url is not null order by article_id;
