-- One row a source that is named, with whom it counts as in a lower bound.
select source_id, house from source_houses order by source_id;
