-- One row a thing that tracing and judging read of an article: of the page of its latest version (what other articles may be led to), or the
-- rest of it, in all versions; `told` is a hash of it, or the sum of many.
with latest as (select article_id, version from articles where is_latest),
leads as (
    select article_id, url from articles where is_latest
    union all
    select m.article_id, m.value from meta_claims m semi join latest l using (article_id, version)
    where m.field = 'url' and m.origin in ('export', 'redirect')
),
linked as (
    select k.article_id, hash(k.start_char, k.end_char, t.article_id) as told
    from links k
    semi join latest l using (article_id, version)
    join leads t on t.url = k.target_url and t.article_id <> k.article_id
)
select 'page' as part, article_id as key,
       hash(version, publisher_id, published_at, published_precision, published_from, modified_at, originator_id, byline, capture_id, text_sha256, title, language) as told
from articles
where is_latest
union all select 'rest', article_id, hash('article', a) from (select * exclude (text) from articles) a
union all select 'rest', article_id, hash('text', version, text) from articles where not is_latest
union all select 'rest', a.article_id, hash('capture', c.media_type) from articles a join captures c using (capture_id)
union all select 'rest', article_id, sum(hash('block', b)) from blocks b group by article_id
union all select 'rest', article_id, sum(hash('sentence', s)) from sentences s group by article_id
union all select 'rest', article_id, sum(hash('quote', q)) from quotes q group by article_id
union all select 'rest', article_id, sum(hash('figure', f, t)) from figures f left join figure_sets t using (figure_id) group by article_id
union all select 'rest', article_id, hash('passage', p) from passages p
union all select 'rest', article_id, hash('credit', c) from credits c
union all select 'rest', article_id, hash('caveat', c) from caveats c
union all select 'rest', article_id, hash('outlet', n) from outlets_named n
union all select 'rest', article_id, hash('hyperlink', k) from links k
union all select 'rest', article_id, hash('change', v) from version_changes v
union all select 'rest', e.article_id, hash('extraction', e.fingerprint) from extractions e semi join latest l using (article_id, version)
union all select 'rest', article_id, hash('link', told) from linked
union all select 'rest', article_id, hash('story', story_id) from story_articles
union all select 'rest', unnest([a_article_id, b_article_id]), hash('match', m) from matches m;
