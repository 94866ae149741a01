-- Refills `touched_quotes`: one row an utterance whose pairs are asked anew: it was not there in the run before, or has a run of words whose
-- standing changed with what came and went: whether so many quotes have it that it finds no pair, and of these the first. After no run all are.
-- They are told in parts of $part_size, in the order of their numbers.
create or replace temp table touched_quotes (no integer, owner bigint, part integer);

create or replace temp table moved_grams as
with moved as (
    select owner from present_quotes anti join met_quotes using (key) where exists (from met_quotes)
    union
    select owner from met_quotes anti join present_quotes using (key)
),
asked as (
    select g.owner, g.gram
    from quote_grams g
    semi join (select gram from quote_grams semi join moved using (owner)) m on m.gram = g.gram
),
now as (select gram, count(*) > $most as is_common, arg_min(p.key, p.no) as first from asked join present_quotes p using (owner) group by gram),
before as (select gram, count(*) > $most as is_common, arg_min(m.key, m.no) as first from asked join met_quotes m using (owner) group by gram)
select gram
from now
full join before using (gram)
where coalesce(now.is_common, false) <> coalesce(before.is_common, false)
   or (now.is_common and before.is_common and now.first <> before.first);

insert into touched_quotes
select no, owner, (row_number() over (order by no) - 1) // $part_size
from (
    select no, owner from present_quotes anti join met_quotes using (key)
    union
    select no, owner from present_quotes semi join (select owner from quote_grams semi join moved_grams using (gram)) o using (owner)
);
drop table moved_grams;
