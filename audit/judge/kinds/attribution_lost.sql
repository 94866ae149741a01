-- One row a credit of an article beside words that another article of the same story has too, which was not published before it and names
-- that source nowhere.
with sides as (
    select claim_id, a_article_id as one, a_start as first, a_end as last, b_article_id as other, b_start as other_first, b_end as other_last
    from match_places where kind in ('passage', 'quote') and a_article_id <> b_article_id
    union all
    select claim_id, b_article_id, b_start, b_end, a_article_id, a_start, a_end
    from match_places where kind in ('passage', 'quote') and a_article_id <> b_article_id),
called as (
    select distinct o.article_id, o.version, coalesce(lower(p.name), p.source_id) as key
    from (select article_id, version, source_id from credits union all select article_id, version, speaker_id from quotes) o
    join sources p using (source_id)),
times as (
    select article_id, version, publisher_id, originator_id, coalesce(published_at, published_from) as earliest,
           if(published_precision = 'time', published_at, published_at + interval 1 day) as latest
    from articles where is_latest),
beside as (  -- the best place of a credit in another text; what both texts tell is asked of these alone, never of each text with each
    select m.claim_id, m.one, m.other, m.other_first, m.other_last, c.start_char, c.end_char, s.source_id, s.name, s.kind,
           a.earliest, a.latest, b.version, b.publisher_id, b.originator_id, b.earliest as other_earliest, b.latest as other_latest
    from sides m
    join story_articles x on x.article_id = m.one
    join story_articles y on y.article_id = m.other and y.story_id = x.story_id
    join times a on a.article_id = m.one
    join times b on b.article_id = m.other
    join credits c on c.article_id = m.one and c.version = a.version and c.start_char < m.last + 200 and m.first - 200 < c.end_char
    join sources s on s.source_id = c.source_id and s.kind not in ('platform', 'account', 'document', 'dataset')
    where c.relation not in ('contributed_by', 'links', 'embeds') and c.rule <> 'occasion'
    qualify row_number() over (partition by c.credit_id, m.other order by m.last - m.first desc, m.other_first, m.claim_id) = 1)
select m.claim_id, m.other as article_id,
       [place(m.one, m.start_char, m.end_char), place(m.other, m.other_first, m.other_last)] as evidence,
       not coalesce(m.latest <= m.other_earliest, false) as unordered, carries(m.kind) as carries, named(m.kind) as named, {source: m.name} as slots
from beside m
where m.source_id is distinct from m.publisher_id and m.source_id is distinct from m.originator_id
  and not coalesce(m.other_latest <= m.earliest, false)
  and not exists (from called o where o.article_id = m.other and o.version = m.version and o.key = coalesce(lower(m.name), m.source_id));
