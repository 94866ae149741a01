-- Refills `numbered_figures`: one row a figure of a latest version, numbered in the order of articles and places, with its number in its article,
-- a key of all that is known of the article and its figures but of sources, one of the figure by that, and one of how its value is said.
create or replace temp table numbered_figures as
with latest as (
    select article_id, version, row_number() over (order by article_id) - 1 as article_no,
           hash(told, published_at, published_precision, published_from) as told
    from articles
    join text_keys using (article_id, version)
    where is_latest
),
placed as (
    select b.article_id, sum(hash(b.role, b.start_char, b.end_char)) as told
    from blocks b
    semi join latest l using (article_id, version)
    group by b.article_id
),
said as (
    select f.figure_id, f.article_id, f.start_char, f.end_char, f.low, f.high, f.source_id, hash(f.unit, f.approximator) as value_kind,
           row_number() over (order by f.article_id, f.start_char, f.end_char, f.figure_id) - 1 as no,
           hash(f.figure_id, f.start_char, f.end_char, f.surface, f.low, f.high, f.approximator, f.hedge, f.unit, f.counted, f.predicate,
                f.modality, f.as_of, f.place, f.qualifiers) as told
    from figures f
    semi join latest l using (article_id, version)
),
pages as (
    select s.article_id, l.article_no, min(s.no) as first, hash(l.told, p.told, sum(s.told)) as page
    from said s
    join latest l using (article_id)
    left join placed p using (article_id)
    group by s.article_id, l.article_no, l.told, p.told
)
select s.no, s.figure_id, p.first, s.article_id, p.article_no, s.start_char, s.end_char, s.low, s.high, s.value_kind,
       (p.page >> 1)::bigint as page, (hash(p.page, s.no - p.first) >> 1)::bigint as owner, if(s.source_id is null, null, (hash(s.source_id) >> 1)::bigint) as source
from said s
join pages p using (article_id);
