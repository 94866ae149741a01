-- One row a figure by its number and a house whose articles are held and that it is credited to: its own source, or that of a credit whose words hold it.
with houses as (
    select distinct publisher_id as house from articles where is_latest and publisher_id is not null
),
credited as (
    select n.no, n.article_id, f.source_id as house
    from numbered_figures n
    join figures f using (figure_id, article_id)
    join articles a on a.article_id = f.article_id and a.version = f.version and a.is_latest
    union
    select n.no, n.article_id, c.source_id
    from numbered_figures n
    join credits c on c.article_id = n.article_id and c.scope_start <= n.start_char and n.end_char <= c.scope_end
    join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
    where c.relation = 'relays'
)
select c.no, (hash(c.house) >> 1)::bigint as house
from credited c
semi join houses using (house)
join articles a on a.article_id = c.article_id and a.is_latest
where c.house is distinct from a.publisher_id
order by c.no, house;
