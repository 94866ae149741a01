-- One row a hyperlink of the articles that wait, as many as a part has from one number on.
select l.article_id, l.version, l.start_char, l.end_char, l.url, l.target_url, l.kind
from links l
join waiting_versions w using (article_id, version)
where w.no between $first and $first + $size - 1
order by w.no, l.start_char;
