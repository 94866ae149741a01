-- Publishers of which an article is held are marked so.
update sources set in_corpus = true where source_id in (select publisher_id from articles where gone_at is null);
