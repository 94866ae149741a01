-- One row a person among the sources that came, went or are another than before.
select name from sources where kind = 'person' and source_id in (select key from changed where part = 'source');
