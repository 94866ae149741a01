-- One row a pair of articles of two publishers about one event that share a long passage, of which neither credits the other, nor prints its
-- publisher's name or an author's anywhere, and neither names an agency; nor do both name the publisher of a third text that shares a passage with either.
with shared as (
    select m.a_article_id, m.b_article_id, arg_max(m.claim_id, m.a_end - m.a_start) as claim_id,
           arg_max(m.evidence, m.a_end - m.a_start) as evidence, max(m.a_end - m.a_start) as length
    from match_places m where m.kind = 'passage' and m.a_article_id <> m.b_article_id group by all),
joined as (
    select child_article_id as one, parent_article_id as other from edges where basis <> 'inferred' and parent_article_id is not null
    union select parent_article_id, child_article_id from edges where basis <> 'inferred' and parent_article_id is not null),
agencies as (
    select distinct c.article_id from credits c join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
    join sources s on s.source_id = c.source_id and s.kind = 'agency'
    union select article_id from articles where is_latest and originator_id is not null),
texts as (
    select a.article_id, a.publisher_id, lower(a.text) as words, lower(regexp_replace(p.name, '^The ', '')) as publisher,
           list_filter(string_split(lower(coalesce(a.byline, '')), ', '), lambda one: one like '% %') as authors
    from articles a left join sources p on p.source_id = a.publisher_id where a.is_latest),
naming as (
    select distinct x.article_id as one, y.article_id as other
    from (select a_article_id as one, b_article_id as other from shared union select b_article_id, a_article_id from shared) pairs
    join texts x on x.article_id = pairs.one
    join texts y on y.article_id = pairs.other
    where contains(x.words, y.publisher) or list_bool_or(list_transform(y.authors, lambda name: contains(x.words, name)))
       or exists (select 1 from credits c where c.article_id = x.article_id and c.source_id = y.publisher_id))
select s.claim_id, s.b_article_id as article_id, [s.evidence[2], s.evidence[1]] as evidence,
       coalesce(p.name, a.title, 'another article') as first, coalesce(q.name, b.title, 'another article') as second
from shared s
join articles a on a.article_id = s.a_article_id and a.is_latest
join articles b on b.article_id = s.b_article_id and b.is_latest
join story_articles x on x.article_id = s.a_article_id
join story_articles y on y.article_id = s.b_article_id and y.story_id = x.story_id
left join sources p on p.source_id = a.publisher_id
left join sources q on q.source_id = b.publisher_id
where s.length >= 150 and (a.publisher_id is null or a.publisher_id is distinct from b.publisher_id)
  and not exists (select 1 from joined j where j.one = s.a_article_id and j.other = s.b_article_id)
  and not exists (select 1 from naming n where (n.one, n.other) in ((s.a_article_id, s.b_article_id), (s.b_article_id, s.a_article_id)))
  and not exists (select 1 from naming n join naming o on o.other = n.other where n.one = s.a_article_id and o.one = s.b_article_id)
  and not exists (select 1 from agencies g where g.article_id in (s.a_article_id, s.b_article_id))
order by s.length desc, s.a_article_id, s.b_article_id;
