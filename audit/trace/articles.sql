-- One row an article, in no order, latest version, with the story it stands in, and whether its publisher is an agency; its text, headline and language, and a hash of these.
select article_id, version, publisher_id, published_at, published_precision, published_from, modified_at,
       t.text, originator_id, byline, s.story_id, coalesce(p.kind = 'agency', false), title, language,
       (hash(t.text, title, language) >> 1)::bigint as told
from articles a
join latest_texts t using (article_id, version)
left join story_articles s on s.article_id = t.article_id
left join sources p on p.source_id = a.publisher_id
where is_latest;
