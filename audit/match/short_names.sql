-- One row a body that its articles call by capitals alone, with the one whose they are in nine of ten articles, and in three, that spell them out.
with spelled as (
    select r.spelling, coalesce(m.into_id, r.source_id) as body, count(distinct r.article_id) as articles
    from source_readings r
    join articles a using (article_id, version)
    left join source_aliases m on m.source_id = r.source_id
    where a.is_latest and a.gone_at is null and r.kind = 'organisation' and r.part = 'article'
      and regexp_full_match(r.spelling, '\p{Lu}{3,}') and regexp_matches(r.name, '\p{Ll}.* ')
    group by all
),
ruling as (
    select spelling, max_by(body, (articles, body)) as body
    from spelled
    group by spelling
    having max(articles) >= 3 and 10 * max(articles) >= 9 * sum(articles)
)
select s.source_id, r.body
from sources s
join ruling r on r.spelling = regexp_replace(s.name, '^The ', '')
where s.kind = 'organisation' and s.source_id <> r.body and r.body in (select source_id from sources)
order by s.source_id;
