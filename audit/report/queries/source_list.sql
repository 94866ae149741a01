-- One row a source that is quoted, credited or held, most used first: in how many articles, with how many utterances and credits.
with told as (
    select q.speaker_id as source_id, q.article_id, q.utterance_id as quote, null as credit
    from quotes q join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
    where q.speaker_id is not null
    union all
    select c.source_id, c.article_id, null, c.credit_id
    from credits c join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest),
used as (
    select source_id, count(distinct article_id) as articles, count(distinct quote) as quotes, count(distinct credit) as credits
    from told group by source_id)
select s.source_id, s.name, s.kind, s.affiliation, s.in_corpus, coalesce(u.articles, 0) as articles, coalesce(u.quotes, 0) as quotes,
       coalesce(u.credits, 0) as credits
from sources s
left join used u using (source_id)
where u.source_id is not null or s.in_corpus
order by coalesce(u.articles, 0) desc, coalesce(u.quotes, 0) + coalesce(u.credits, 0) desc, s.name, s.source_id;
