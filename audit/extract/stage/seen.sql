-- One row a source and spelling that the articles of this run used.
create or replace temp table seen (source_id varchar, kind varchar, name varchar, spelling varchar, affiliation varchar);
