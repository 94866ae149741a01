-- The texts and captures that are to be forgotten, where `leave` looks for them.
create or replace temp table leaving_captures as select unnest($captures) as capture_id;
create or replace temp table leaving as select t.article as article_id, t.version from (select unnest($texts) as t);
