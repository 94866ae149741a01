-- One row a place of a finding that is listed, with its words, its article, whether somebody accepted it, and whose words they are.
select f.finding_id as subject_id, f.kind, e.place_no, e.article_id, e.start_char, e.end_char, r.status,
       words(e.article_id, e.version, e.start_char, e.end_char) as words, p.name as outlet, a.byline, a.published_at, a.url,
       coalesce((select max_by(y.state || ' on ' || y.on_day, y.rowid) from replies y where y.finding_id = f.finding_id), 'not asked') as reply,
       (select max_by(y.words, y.rowid) from replies y where y.finding_id = f.finding_id and y.words <> '') as reply_in_full
from findings f
join evidence e on e.subject_kind = 'finding' and e.subject_id = f.finding_id
join articles a on a.article_id = e.article_id and a.version = e.version
left join sources p on p.source_id = a.publisher_id
left join rulings r on r.subject_kind = 'finding' and r.subject_id = f.finding_id
where f.severity > 0
order by f.severity desc, f.kind, f.finding_id, e.place_no;
