-- One row a figure of the articles in `asked_articles`, latest versions, with who asserts it, and its key.
select f.figure_id, f.article_id, f.start_char, f.end_char, f.surface, f.low, f.high, f.approximator, f.hedge, f.unit, f.counted, f.predicate,
    f.modality, f.as_of, f.place, f.qualifiers, f.source_id, s.name as source_name, s.kind as source_kind, n.owner
from figures f
join articles a using (article_id, version)
join numbered_figures n using (article_id, figure_id)
semi join asked_articles using (article_id)
left join sources s using (source_id)
where a.is_latest
order by n.no;
