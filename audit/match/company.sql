-- One row an article with the people and organisations of `naming` that it names.
select article_id, list(source_id) as company
from naming
join sources s using (source_id)
where s.kind in ('person', 'organisation')
group by article_id;
