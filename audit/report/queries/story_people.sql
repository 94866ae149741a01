-- One row a person or body that speaks or is credited in a story of $ids, with the articles and through whom the words came.
with told as (
    select q.article_id, q.speaker_id as source_id, q.utterance_id as thing, 'quoted' as how, q.title,
           (select min(s.name) from credits c join sources s on s.source_id = c.source_id
            where c.article_id = q.article_id and c.version = q.version and c.hop = 1 and c.source_id <> q.speaker_id
              and c.scope_start <= q.start_char and q.end_char <= c.scope_end) as through
    from quotes q join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
    where q.speaker_id is not null
    union all
    select c.article_id, c.source_id, c.credit_id, 'credited', null,
           (select string_agg(s.name, ' ← ' order by n.hop) from credits n join sources s on s.source_id = n.source_id
            where n.article_id = c.article_id and n.version = c.version and n.chain_id = c.chain_id and n.hop < c.hop)
    from credits c join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest)
select m.story_id, t.source_id, s.name, s.kind, s.affiliation, s.in_corpus, max(t.title) as title,
       count(distinct t.thing) filter (t.how = 'quoted') as quotes, count(distinct t.thing) filter (t.how = 'credited') as credits,
       list(distinct t.article_id order by t.article_id) as article_ids,
       list(distinct t.through order by t.through) filter (t.through is not null) as through
from story_articles m
join told t using (article_id)
join sources s on s.source_id = t.source_id
where list_contains($ids, m.story_id)
group by all
order by m.story_id, len(list(distinct t.article_id)) desc, quotes desc, credits desc, s.name, t.source_id;
