-- One row a place of the finding $id, with its words and the head of its article.
select f.kind, f.summary, a.outlet, a.title, a.published_at, a.url, words(e.article_id, e.version, e.start_char, e.end_char) as words
from findings f
join evidence e on e.subject_kind = 'finding' and e.subject_id = f.finding_id
left join articles_told a on a.article_id = e.article_id and a.version = e.version
where f.finding_id = $id
order by e.place_no;
