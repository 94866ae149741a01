-- One row an article in its latest version, without its text, by date.
with versions as (
    select article_id, count(*) as versions from articles group by article_id
), said as (
    select article_id, version, count(distinct utterance_id) as quotes from quotes group by article_id, version
), numbers as (
    select article_id, version, count(*) as figures from figures group by article_id, version
), begun as (
    -- a line of fewer characters ("7 years ago") tells nothing
    select article_id, version, min(start_char) as start_char from blocks
    where role in ('deck', 'heading', 'paragraph', 'list', 'quote') and end_char - start_char >= 40
    group by article_id, version
), named as (
    select article_id, version, count(*) as credits from credits group by article_id, version
)
select
    a.article_id, a.version, v.versions, a.external_id, a.title, a.byline, a.url, p.name as publisher,
    o.name as originator, as_printed(o.name, p.name) as called, a.published_at, a.published_precision, a.published_from, a.published_to, a.year_basis,
    a.modified_at, a.language, a.genre, c.path, c.media_type, c.sha256, substr(a.text, coalesce(b.start_char, 0) + 1, 120) as opening,
    coalesce(said.quotes, 0) as quotes, coalesce(numbers.figures, 0) as figures, coalesce(named.credits, 0) as credits, m.story_id
from articles a
join versions v using (article_id)
left join sources p on p.source_id = a.publisher_id
left join sources o on o.source_id = a.originator_id
left join captures c using (capture_id)
left join begun b using (article_id, version)
left join said using (article_id, version)
left join numbers using (article_id, version)
left join named using (article_id, version)
left join story_articles m using (article_id)
where a.is_latest
order by coalesce(a.published_at, a.published_from) nulls last, p.name nulls last, c.path, a.external_id, a.article_id;
