-- One row a spelling of a source of $ids.
select source_id, name from source_names where list_contains($ids, source_id) order by source_id, name;
