-- One row a quote whose speaker, named beside it, is who wrote a held article of another house, with that house (one of $houses, if it is not null);
-- the cue is the speaker there.
-- Nobody wrote an article that quotes him: there the byline names whom it is about.
with latest as (select article_id, version, publisher_id, unnest(string_split(coalesce(byline, ''), ', ')) as writer from articles
                where is_latest and ($houses is null or list_contains($houses, publisher_id)))
select distinct q.article_id, q.quote_id, coalesce(q.speaker_start, q.start_char) as first, coalesce(q.speaker_end, q.end_char) as last, w.publisher_id, h.kind
from quotes q
join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
join sources s on s.source_id = q.speaker_id and s.kind = 'person'
join latest w on w.writer = s.name and w.article_id <> q.article_id and w.publisher_id is distinct from a.publisher_id
join sources h on h.source_id = w.publisher_id
where q.certainty = 'named'
  and not exists (
      select 1 from quotes o join latest l on l.article_id = o.article_id and l.version = o.version join sources z on z.source_id = o.speaker_id
      where o.article_id = w.article_id and z.name = w.writer)
order by all;
