-- One row a quote whose speaker, named beside it, is who wrote a held article of another house, with that house (one of $houses, if it is not null);
-- the cue is the speaker there.
-- Nobody wrote an article that quotes him: there the byline names whom it is about.
with latest as (select article_id, version, publisher_id, unnest(string_split(coalesce(byline, ''), ', ')) as writer from articles
                where is_latest and ($houses is null or list_contains($houses, publisher_id))),
called as (select source_id, kind, name from sources semi join latest on writer = name),
spoken as (
    select q.article_id, q.quote_id, coalesce(q.speaker_start, q.start_char) as first, coalesce(q.speaker_end, q.end_char) as last, a.publisher_id,
           s.kind, s.name, q.certainty
    from quotes q
    join called s on s.source_id = q.speaker_id
    join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
),
wrote as (from latest l anti join spoken s on s.article_id = l.article_id and s.name = l.writer)
select distinct s.article_id, s.quote_id, s.first, s.last, w.publisher_id, h.kind
from spoken s
join wrote w on w.writer = s.name and w.article_id <> s.article_id and w.publisher_id is distinct from s.publisher_id
join sources h on h.source_id = w.publisher_id
where s.kind = 'person' and s.certainty = 'named'
order by all;
