-- One row a block of the articles that wait, as many as a part has from one number on.
select b.article_id, b.version, b.role, b.start_char, b.end_char
from blocks b
join waiting_versions w using (article_id, version)
where w.no between $first and $first + $size - 1
order by w.no, b.block_no;
