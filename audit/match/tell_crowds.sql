-- One row of problems an article and a list in it that is too long to be compared each with each; what is mended goes.
create or replace temp table crowds_told as
select f.path, a.capture_id, a.article_id,
    'a list of ' || c.figures || ' figures of one thing (' || coalesce(nullif(split_part(c.key, ':', 2), '*'), split_part(c.key, ':', 1))
        || '): each was compared with its equals alone' as error
from (
    from figure_crowds  -- "anything" only where it is all there is
    qualify not (key like '%:*' and count(*) over (partition by article_id) > count(*) filter (where key like '%:*') over (partition by article_id))
) c
join articles a on a.article_id = c.article_id and a.is_latest
left join captures f on f.capture_id = a.capture_id;
delete from problems p
where p.stage = 'match' and not exists (from crowds_told t where t.article_id = p.article_id and t.error = p.error);
insert into problems by name
select 'match' as stage, t.path, t.capture_id, t.article_id, t.error, $run as first_run_id
from crowds_told t
where not exists (from problems p where p.stage = 'match' and p.article_id = t.article_id and p.error = t.error)
order by t.article_id, t.error;
drop table crowds_told;
