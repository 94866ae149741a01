-- One row an article whose date is stated, with the path of its file: what its neighbours' years are guessed by.
select c.path, a.published_from
from articles a
join captures c using (capture_id)
where a.gone_at is null and a.year_basis = 'stated' and a.published_from is not null;
