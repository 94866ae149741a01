-- One row an outlet as the registry has it; one that it does not know has its id alone.
create or replace temp table registered (source_id varchar, name varchar, kind varchar, owner varchar);
