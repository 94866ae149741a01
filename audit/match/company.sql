-- One row an article with the people and organisations that it quotes, credits or names in full.
select article_id, list(source_id) as company
from (
    select distinct r.article_id, s.source_id
    from source_readings r
    join articles a using (article_id, version)
    left join source_aliases m on m.source_id = r.source_id
    join sources s on s.source_id = coalesce(m.into_id, r.source_id)
    where a.is_latest and r.part = 'article' and s.kind in ('person', 'organisation')
) named
group by article_id;
