-- One row a spelling of one of the sources $ids.
select source_id, name from source_names where list_contains($ids, source_id) and length(name) > 2 order by length(name) desc, name;
