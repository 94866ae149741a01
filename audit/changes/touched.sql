-- One row a subject and an entry of the watch list that it touches: articles whose text has it, claims that such an article holds
-- with it, findings about either.
with watched as (
    select 'source' as what, unnest($names) as entry
    union all
    select 'phrase', unnest($phrases)
    union all
    select 'claim', unnest($claims)
    union all
    select 'figure', unnest($figures)
),
beings as (
    select w.entry, n.source_id
    from watched w
    join source_names n on w.what = 'source' and lower(strip_accents(n.name)) = lower(strip_accents(w.entry))
),
places as (
    select 'source' as what, b.entry, q.article_id, q.version, q.quote_id as mention_id
    from beings b join quotes q on q.speaker_id = b.source_id
    union all
    select 'source', b.entry, f.article_id, f.version, f.figure_id
    from beings b join figures f on f.source_id = b.source_id
    union all
    select 'source', b.entry, c.article_id, c.version, c.credit_id
    from beings b join credits c on c.source_id = b.source_id
    union all
    select 'phrase', w.entry, q.article_id, q.version, q.quote_id
    from watched w join quotes q on w.what = 'phrase' and contains(lower(q.text), lower(w.entry))
    union all
    select 'figure', w.entry, f.article_id, f.version, f.figure_id
    from watched w
    join figures f on w.what = 'figure'
        and lower(trim(f.surface || ' ' || coalesce(f.counted, f.unit, ''))) = lower(trim(w.entry))
),
articles_touched as (
    select what, entry, article_id from places
    union
    select 'phrase', w.entry, a.article_id
    from watched w join articles a on w.what = 'phrase' and a.is_latest and contains(lower(a.text), lower(w.entry))
    union
    select 'source', b.entry, a.article_id
    from beings b join articles a on a.is_latest and a.publisher_id = b.source_id
),
claims_touched as (
    select p.what, p.entry, m.claim_id
    from places p join claim_mentions m on m.mention_id = p.mention_id
    union
    select 'source', b.entry, e.claim_id
    from beings b join edges e on e.parent_source_id = b.source_id
    union
    select 'claim', w.entry, c.claim_id
    from watched w join claims c on w.what = 'claim' and c.claim_id = w.entry
),
found as (
    select 'article' as kind, article_id as subject, what, entry from articles_touched
    union
    select 'claim', claim_id, what, entry from claims_touched
    union
    select 'finding', f.finding_id, t.what, t.entry from findings f join claims_touched t on t.claim_id = f.claim_id
    union
    select 'finding', f.finding_id, t.what, t.entry from findings f join articles_touched t on f.claim_id is null and t.article_id = f.article_id
)
select kind, subject, what || ' ' || entry as why
from found
order by kind, subject, why;
