-- The names of publishers that texts are read with from here on.
insert or replace into meta values ($key, $value);
