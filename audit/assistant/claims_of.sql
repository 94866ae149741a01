-- One row a claim that $name names, by its id or an article's, or one of whose quotes or whose label holds the letters $solid.
with of_article as (
    select distinct m.claim_id
    from claim_mentions m
    join articles a using (article_id)
    left join captures c using (capture_id)
    where a.is_latest and ($name in (a.article_id, a.external_id, a.url, a.title) or ends_with('/' || c.path, '/' || $name))),
of_words as (
    select m.claim_id
    from claim_mentions m
    join quotes q on m.mention_kind = 'quote' and q.quote_id = m.mention_id
    where $solid <> '' and regexp_replace(lower(strip_accents(q.text)), '[^a-z0-9]', '', 'g') like '%' || $solid || '%'
    union
    select claim_id from claims
    where $solid <> '' and regexp_replace(lower(strip_accents(label)), '[^a-z0-9]', '', 'g') like '%' || $solid || '%')
select t.claim_id, t.kind, t.label, t.articles, t.low, t.high, e.origins
from claims_told t
left join claim_ends e using (claim_id)
where t.claim_id = $name or t.claim_id in (from of_article) or t.claim_id in (from of_words)
order by t.articles desc, t.claim_id
limit $most;
