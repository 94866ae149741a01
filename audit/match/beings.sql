-- One row a named source that may have been read as another kind elsewhere, with the articles that read it so.
select s.source_id, s.name, s.kind, s.in_corpus, s.wikidata is not null as listed,
       (select count(distinct r.article_id) from source_readings r
        join articles a on a.article_id = r.article_id and a.version = r.version and a.gone_at is null
        left join source_aliases m on m.source_id = r.source_id
        where coalesce(m.into_id, r.source_id) = s.source_id) as articles
from sources s
where s.kind in ('person', 'organisation', 'outlet', 'agency') and contains(s.name, ' ')
order by s.source_id;
