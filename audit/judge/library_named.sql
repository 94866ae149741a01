-- One row a credit of a latest version to somebody who is named and did not publish the text.
select c.article_id, c.start_char, c.end_char
from credits c
join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
join sources s on s.source_id = c.source_id
where named(s.kind) and c.source_id is distinct from a.publisher_id
order by all;
