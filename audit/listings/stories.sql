-- One row a story of two articles or more, the largest first: how many articles and houses, and how many findings are listed in it.
select count(*) as articles, count(distinct a.publisher_id) as publishers,
       (select count(distinct f.finding_id) from findings f, unnest(from_json(f.evidence, '[{"article_id":"VARCHAR"}]')) e(place)
        where f.severity > 0 and exists (select 1 from story_articles t where t.story_id = s.story_id and t.article_id = e.place.article_id)) as findings,
       s.first_at, s.last_at, s.label, s.story_id
from stories s
join story_articles m using (story_id)
join articles a on a.article_id = m.article_id and a.is_latest
group by s.story_id, s.label, s.first_at, s.last_at
having count(*) > 1
order by articles desc, s.first_at nulls last, s.story_id;
