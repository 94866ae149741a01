-- Refills `touched_articles`: one row an article whose passages are asked anew: it was not there in the run before, or has a fingerprint whose
-- standing changed with what came and went: whether it is too common, which article then has it first, whether it is boilerplate of its house.
create or replace temp table touched_articles as
with moved as (
    select owner from houses anti join met_articles using (key)
    union
    select owner from met_articles anti join houses using (key)
),
asked as (
    select g.owner, g.gram, count(*) as times
    from passage_grams g
    semi join (select gram from passage_grams semi join moved using (owner)) m on m.gram = g.gram
    group by g.owner, g.gram
    having count(*) <= $most_in_one
),
now as (
    select gram, sum(times) > $most as is_common, arg_min(h.key, h.article_no) as first
    from asked join houses h using (owner)
    group by gram
),
before as (
    select gram, sum(times) > $most as is_common, arg_min(m.key, m.article_no) as first
    from asked join met_articles m using (owner)
    group by gram
),
shifted as (
    select gram
    from now
    full join before using (gram)
    where coalesce(now.is_common, false) <> coalesce(before.is_common, false)
       or (now.is_common and before.is_common and now.first <> before.first)
),
of_house as (
    select gram, publisher_id from asked join houses using (owner) where publisher_id is not null group by all having count(*) >= $most_of_one
),
of_house_before as (
    select gram, publisher_id from asked join met_articles using (owner) where publisher_id is not null group by all having count(*) >= $most_of_one
),
turned as (
    (from of_house except from of_house_before) union all (from of_house_before except from of_house)
)
select article_no as no, owner from houses anti join met_articles using (key)
union
select h.article_no, h.owner from asked join houses h using (owner) semi join shifted using (gram)
union
select h.article_no, h.owner from asked join houses h using (owner) semi join turned using (gram, publisher_id);
