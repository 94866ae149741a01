-- One row an article, latest version, with the story it stands in, and whether its publisher is an agency; its headline and language, and a key of
-- these and of its words.
select article_id, version, publisher_id, published_at, published_precision, published_from, modified_at,
       originator_id, byline, s.story_id, coalesce(p.kind = 'agency', false), title, language,
       (hash(t.told, title, language) >> 1)::bigint as told
from articles a
join text_keys t using (article_id, version)
left join story_articles s on s.article_id = t.article_id
left join sources p on p.source_id = a.publisher_id
where is_latest
order by a.article_id;
