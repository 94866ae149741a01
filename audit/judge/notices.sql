-- One row a notice whose headline begins as $openings tell, and the one text of its house that it names: by the whole headline, or by its id.
with latest as (from articles where is_latest and publisher_id is not null),
told as (
    select article_id, version, publisher_id, published_at,
           ' ' || trim(regexp_replace(lower(coalesce(title, '') || ' ' || text), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as words
    from latest where regexp_matches(lower(trim(title)), $openings)),
plain as (
    select article_id, publisher_id, published_at,
           trim(regexp_replace(lower(title), '[^\p{L}\p{N}]+', ' ', 'g')) as headline,
           trim(regexp_replace(lower(external_id), '[^\p{L}\p{N}]+', ' ', 'g')) as id
    from latest where publisher_id in (select publisher_id from told)),
named as (
    select h.article_id, n.article_id as notice_id, n.version as notice_version, count(*) over (partition by n.article_id) as of_them
    from told n
    join plain h on h.publisher_id = n.publisher_id and h.article_id not in (select article_id from told)
         and coalesce(h.published_at <= n.published_at + interval 1 day, true)
         and ((len(string_split(h.headline, ' ')) >= 4 and contains(n.words, ' ' || h.headline || ' '))
              or (len(h.id) >= 6 and regexp_matches(h.id, '\d') and contains(n.words, ' ' || h.id || ' '))))
select n.article_id, n.notice_id, b.start_char, b.end_char
from named n
join blocks b on b.article_id = n.notice_id and b.version = n.notice_version
where n.of_them = 1
qualify row_number() over (partition by n.notice_id order by b.role <> 'title', b.block_no) = 1;
