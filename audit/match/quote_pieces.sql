-- One row a piece of a direct or mixed quote in a latest version, with who said it.
select q.quote_id, q.utterance_id, q.article_id, q.kind, q.start_char, q.end_char, q.speaker_id, s.kind as speaker_kind, s.name as speaker_name,
       s.affiliation
from quotes q
join articles a using (article_id, version)
left join sources s on s.source_id = q.speaker_id
where a.is_latest and q.kind in ('direct', 'mixed')
order by q.article_id, q.start_char, q.end_char, q.quote_id;
