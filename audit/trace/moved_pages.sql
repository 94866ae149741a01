-- Pages that came, went or changed, by the houses that may be credited for them; `page` is null where any credit of the house leads elsewhere.
create or replace temp table moved_pages (article_id varchar, page varchar, house varchar, published_at timestamp);
