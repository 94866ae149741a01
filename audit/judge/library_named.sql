-- One row a place of a latest version that names who tells something and did not publish the text: a credit, or a person who is quoted.
select c.article_id, c.start_char, c.end_char, carries(s.kind) as carries, c.source_id
from credits c
join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
join sources s on s.source_id = c.source_id
where named(s.kind) and c.source_id is distinct from a.publisher_id
union all
select q.article_id, q.speaker_start, q.speaker_end, false, q.speaker_id
from quotes q
join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
join sources s on s.source_id = q.speaker_id and s.kind = 'person'
where q.speaker_start is not null
order by all;
