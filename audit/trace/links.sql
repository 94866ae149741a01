-- One row a hyperlink that leads to an article that is held: by its own address, or one under which it was asked for.
with addresses as (
    select article_id, url from articles where is_latest
    union
    select m.article_id, m.value from meta_claims m
    join articles a on a.article_id = m.article_id and a.version = m.version and a.is_latest
    where m.field = 'url' and m.origin in ('export', 'redirect')
)
select l.article_id, l.start_char, l.end_char, min(t.article_id) as target
from links l
join articles a on a.article_id = l.article_id and a.version = l.version and a.is_latest
join addresses t on t.url = l.target_url and t.article_id <> l.article_id
group by all
order by all;
