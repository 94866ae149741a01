-- The two tables that every index has: who made it, and what was worked out, one row an answer by its kind and key.
create table if not exists made_by (value varchar);
create table if not exists answers (kind varchar, key bigint, value varchar);
