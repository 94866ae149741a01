-- One row a person or body of the user's own list that the articles name.
create or replace temp table listed (source_id varchar, name varchar, kind varchar, affiliation varchar, wikidata varchar);
