-- Refills `naming`: one row a source and a latest version that quotes, credits or names it in full.
create or replace temp table naming as
select distinct coalesce(m.into_id, r.source_id) as source_id, r.article_id
from source_readings r
join articles a using (article_id, version)
left join source_aliases m on m.source_id = r.source_id
where a.is_latest and r.part = 'article';
