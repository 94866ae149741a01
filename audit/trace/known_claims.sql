-- One row a mention of the claims of the run before (those in $near, if it is not null), with its claim: by its id, and by that of the one mention of the present
-- version of its article that has the same words, where an edit gave it another.
with near as (from claim_mentions where $near is null or claim_id in (select unnest($near))),
words as (
    select quote_id as id, 'quote' as kind, article_id, version, start_char, end_char from quotes
    union all select figure_id, 'figure', article_id, version, start_char, end_char from figures
    union all select credit_id, 'credit', article_id, version, scope_start, scope_end from credits
),
edited as (select distinct article_id from articles where not is_latest),  -- the others have nothing to be called by
said as (
    select w.id, w.kind, w.article_id, w.version, a.is_latest, lower(substr(a.text, w.start_char + 1, w.end_char - w.start_char)) as words
    from words w
    join (from articles semi join edited using (article_id)) a using (article_id, version)
),
alone as (
    select * from said
    qualify count(*) over (partition by kind, article_id, version, words) = 1
)
select m.claim_id, m.mention_id
from near m
union all
select m.claim_id, now.id
from near m
join alone old on old.id = m.mention_id
join alone now on now.kind = old.kind and now.article_id = old.article_id and now.words = old.words
where now.is_latest and not old.is_latest
order by all;
