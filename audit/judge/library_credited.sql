-- One row a place of a latest version that says who tells something: a credit, or a speaker beside a quote.
select c.article_id, c.start_char, c.end_char
from credits c join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
union
select q.article_id, q.speaker_start, q.speaker_end
from quotes q join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
where q.speaker_start is not null
order by all;
