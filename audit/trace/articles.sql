-- One row an article, latest version, with the story it stands in, and whether its publisher is an agency; its text, headline and language, and a hash of these.
select a.article_id, version, publisher_id, published_at, published_precision, published_from, modified_at,
       text, originator_id, byline, s.story_id, coalesce(p.kind = 'agency', false), title, language,
       (hash(text, title, language) >> 1)::bigint as told
from articles a
left join story_articles s on s.article_id = a.article_id
left join sources p on p.source_id = a.publisher_id
where is_latest
order by a.article_id;
