-- One row a block of the articles that wait, from one number to another.
select b.article_id, b.version, b.role, b.start_char, b.end_char
from blocks b
join waiting_versions w using (article_id, version)
where w.no between $first and $last
order by w.no, b.block_no;
