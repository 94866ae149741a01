-- One row the names of publishers that texts were read with, as a JSON list.
select value from meta where key = ?;
