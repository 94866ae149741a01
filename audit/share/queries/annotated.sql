-- One row a place behind a finding that is listed or a link, with its words and $around characters on either side.
select e.subject_kind, e.subject_id, e.place_no, e.article_id, e.version, e.start_char, e.end_char, a.url,
       coalesce(f.kind, g.relation) as kind, coalesce(r.verdict, 'machine reading, not reviewed') as review,
       substr(a.text, e.start_char + 1, e.end_char - e.start_char) as words,
       substr(a.text, greatest(0, e.start_char - $around) + 1, e.start_char - greatest(0, e.start_char - $around)) as before,
       substr(a.text, e.end_char + 1, $around) as after
from evidence e
join articles a using (article_id, version)
left join findings f on e.subject_kind = 'finding' and f.finding_id = e.subject_id
left join edges g on e.subject_kind = 'edge' and g.edge_id = e.subject_id
left join rulings r on r.subject_kind = e.subject_kind and r.subject_id = e.subject_id
where (f.severity > 0 or g.status <> 'rejected') and e.start_char < e.end_char
order by e.subject_kind, e.subject_id, e.place_no;
