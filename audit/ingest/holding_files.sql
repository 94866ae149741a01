-- One row a file that holds one of these texts, itself or in a container: its bytes are kept no more.
with recursive holding as (
    select capture_id
    from appearances
    where {'article': article_id, 'version': version} in (select unnest($texts))
    union
    select m.capture_id from members m join holding h on m.member_id = h.capture_id)
select distinct c.capture_id, c.sha256, coalesce(p.path, c.path) as path, p.path is not null as lies_there
from holding
join captures c using (capture_id)
left join places p using (capture_id)
where c.parent_capture_id is null
order by path;
