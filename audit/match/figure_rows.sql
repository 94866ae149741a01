-- One row a figure of a latest version, with who asserts it, and a hash of all but that.
select f.figure_id, f.article_id, f.start_char, f.end_char, f.surface, f.low, f.high, f.approximator, f.hedge, f.unit, f.counted, f.predicate,
    f.modality, f.as_of, f.place, f.qualifiers, f.source_id, s.name as source_name, s.kind as source_kind,
    (hash(f.figure_id, f.start_char, f.end_char, f.surface, f.low, f.high, f.approximator, f.hedge, f.unit, f.counted, f.predicate,
          f.modality, f.as_of, f.place, f.qualifiers) >> 1)::bigint as told
from figures f
join articles a using (article_id, version)
left join sources s using (source_id)
where a.is_latest
order by f.article_id, f.start_char, f.end_char, f.figure_id;
