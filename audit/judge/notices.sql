-- One row a notice whose headline begins as $openings tell, and the one text of its house that it names: by the whole headline, or by its id;
-- and one a text that its agency's own metadata take or hold back: it is the notice itself.
with latest as (from articles where is_latest and publisher_id is not null),
taking as materialized (
    select article_id, version, publisher_id, published_at, title from latest where regexp_matches(lower(trim(title)), $openings)),
told as (
    select t.article_id, t.version, t.publisher_id, t.published_at,
           ' ' || trim(regexp_replace(lower(coalesce(t.title, '') || ' ' || a.text), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as words
    from taking t
    join (from articles semi join taking using (article_id, version)) a using (article_id, version)),  -- where none takes back, no text is read
plain as (
    select article_id, publisher_id, published_at,
           trim(regexp_replace(lower(title), '[^\p{L}\p{N}]+', ' ', 'g')) as headline,
           trim(regexp_replace(lower(external_id), '[^\p{L}\p{N}]+', ' ', 'g')) as id
    from latest semi join taking using (publisher_id)),
named as (
    select h.article_id, n.article_id as notice_id, n.version as notice_version, count(*) over (partition by n.article_id) as of_them
    from told n
    join plain h on h.publisher_id = n.publisher_id and h.article_id not in (select article_id from taking)
         and coalesce(h.published_at <= n.published_at + interval 1 day, true)
         and ((len(string_split(h.headline, ' ')) >= 4 and contains(n.words, ' ' || h.headline || ' '))
              or (len(h.id) >= 6 and regexp_matches(h.id, '\d') and contains(n.words, ' ' || h.id || ' ')))),
said as (select article_id, arg_max(status, seen_no) as status from statuses group by article_id),
noticed as (
    select article_id, notice_id, notice_version, null as status from named where of_them = 1
    union all
    select a.article_id, a.article_id, a.version, s.status
    from said s join articles a on a.article_id = s.article_id and a.is_latest where s.status in ('canceled', 'withheld'))
select n.article_id, n.notice_id, b.start_char, b.end_char, n.status
from noticed n
join blocks b on b.article_id = n.notice_id and b.version = n.notice_version
qualify row_number() over (partition by n.notice_id order by b.role <> 'title', b.block_no) = 1;
