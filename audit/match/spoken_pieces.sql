-- Refills `spoken_pieces`: one row a piece of a direct or mixed quote in a latest version, with who said it and the number of its utterance;
-- utterances are counted in the order of articles and places.
create or replace temp table spoken_pieces as
with pieces as (
    select q.quote_id, q.utterance_id, q.article_id, q.start_char, q.end_char, q.speaker_id, s.kind as speaker_kind, s.name as speaker_name, s.affiliation
    from quotes q
    join articles a using (article_id, version)
    left join sources s on s.source_id = q.speaker_id
    where a.is_latest and q.kind in ('direct', 'mixed')
),
utterances as (
    select article_id, utterance_id, row_number() over (order by article_id, min((start_char, end_char, quote_id))) - 1 as no
    from pieces
    group by article_id, utterance_id
)
select u.no, p.*
from pieces p
join utterances u using (article_id, utterance_id);
