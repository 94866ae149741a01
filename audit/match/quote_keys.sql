-- One row an utterance: the key of its words where they stand, its number, and the key of all that is known of it: who says it, and when.
with texts as (
    select article_id, told as text, hash(published_at, published_precision, published_from) as day
    from articles
    join text_keys using (article_id, version)
    where is_latest
),
said as (
    select no, article_id, sum(hash(start_char, end_char)) as places, sum(hash(quote_id)) as quotes, min((start_char, end_char, quote_id)) as first
    from spoken_pieces
    group by no, article_id
),
keyed as (
    select s.no, hash(t.text, s.places, coalesce(p.affiliation, '')) as words, s.quotes, t.day, p.speaker_id,
           if(p.speaker_kind = 'person', p.speaker_name, null) as speaker
    from said s
    join spoken_pieces p on p.no = s.no and p.quote_id = s.first[3]
    join texts t on t.article_id = s.article_id
)
select (words >> 1)::bigint as owner, no, (hash(words, quotes, day, speaker_id, speaker) >> 1)::bigint as key
from keyed
order by no;
