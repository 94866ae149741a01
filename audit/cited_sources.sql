-- One row a source with its name.
select source_id, name from sources order by source_id;
