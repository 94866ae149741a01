-- One row an address that articles link to in a sentence with a claim and that is not held: how many claims and articles hang on it, most
-- first. That a sentence has a link makes it a claim: such claims count only where nothing else does.
with told as (
    select m.claim_id, m.article_id, m.version, p.start_char, p.says
    from claim_mentions m
    join (
        select quote_id as mention_id, start_char, true as says from quotes
        union all select figure_id, start_char, true from figures
        union all select credit_id, start_char, relation <> 'links' from credits) p using (mention_id)
)
select l.target_url as url, count(distinct t.claim_id) filter (where t.says) as claims, count(distinct l.article_id) as articles
from links l
join articles a on a.article_id = l.article_id and a.version = l.version and a.is_latest
join sentences s on s.article_id = l.article_id and s.version = l.version and s.start_char <= l.start_char and l.start_char < s.end_char
join told t on t.article_id = l.article_id and t.version = l.version and s.start_char <= t.start_char and t.start_char < s.end_char
where regexp_matches(l.target_url, '^https?://') and l.kind <> 'social'
  and not exists (select 1 from articles h where h.url = l.target_url)
  and not exists (select 1 from captures c where c.url = l.target_url)
  and not exists (
    select 1 from meta_claims h where h.field = 'url' and h.origin in ('export', 'redirect') and h.value = l.target_url)
group by l.target_url
order by claims desc, articles desc, url
limit $most;
