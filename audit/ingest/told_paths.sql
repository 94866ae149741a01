-- One row a path of which a problem is told.
select distinct path from problems where stage = 'ingest' and path is not null;
