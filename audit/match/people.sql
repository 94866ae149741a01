-- One row a person of `naming`, with the articles that name it.
select s.source_id, any_value(s.name), any_value(s.affiliation), list_sort(list(n.article_id)) as articles
from sources s
join naming n using (source_id)
where s.kind = 'person'
group by s.source_id
order by s.source_id;
