-- One row a finding that is listed, of a kind, a story, an article where these are named, at most $most, with its ruling.
with places as (select subject_id, list(distinct article_id) as articles from evidence where subject_kind = 'finding' group by subject_id)
select f.severity, f.kind, f.summary,
       case when p.read > 0 then p."right" || ' of ' || p.read || ' read by hand right'
                 || if(p.trivial > 0, ', ' || p.trivial || ' trivial', '') || if(p.current, '', ', under earlier rules')
            else 'not read by hand yet' end as precision,
       coalesce(r.verdict, 'machine') as review, f.claim_id, f.article_id, f.finding_id
from findings f
left join kind_precision p using (kind)
left join rulings r on r.subject_kind = 'finding' and r.subject_id = f.finding_id
left join places e on e.subject_id = f.finding_id
where (f.severity > 0 or $whole)
  and ($kind is null or f.kind = $kind)
  and ($article is null or f.article_id = $article or list_contains(e.articles, $article))
  and ($story is null or exists (select 1 from story_articles s where s.story_id = $story
                                 and (s.article_id = f.article_id or list_contains(e.articles, s.article_id))))
order by f.severity desc, f.kind, f.finding_id
limit $most;
