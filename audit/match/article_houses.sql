-- One row an article with figures, by its number: who publishes it, as figures are credited, and the day on which it appeared.
select distinct n.article_no, (hash(a.publisher_id) >> 1)::bigint as house,
       (coalesce(a.published_at, a.published_from)::date - date '1970-01-01')::integer as day
from numbered_figures n
join articles a on a.article_id = n.article_id and a.is_latest
where a.publisher_id is not null
order by n.article_no;
