-- One row a sentence of an article and a held article that it cites: by a hyperlink in its text, or by a credit whose
-- words that article carries. Latest versions; furniture of the page cites nothing.
with linked as (
    select l.article_id, l.version, l.start_char, t.article_id as target_id, l.url
    from links l
    join articles a on a.article_id = l.article_id and a.version = l.version and a.is_latest
    join articles t on t.is_latest and t.url = l.target_url and t.article_id <> l.article_id
    where l.role in ('paragraph', 'quote', 'list', 'deck')),
places as (
    select child_article_id, parent_article_id,
           unnest(from_json(evidence, '[{"article_id": "VARCHAR", "start": "INTEGER"}]')) as place
    from edges
    where parent_article_id is not null and basis = 'stated' and status <> 'rejected'),
credited as (
    select a.article_id, a.version, p.place.start as start_char, p.parent_article_id as target_id, t.url
    from places p
    join articles a on a.article_id = p.child_article_id and a.is_latest
    join articles t on t.article_id = p.parent_article_id and t.is_latest
    where p.place.article_id = p.child_article_id),
cited as (from linked union all from credited)
select s.article_id, s.version, s.start_char, s.end_char, c.target_id, min(c.url) as url
from cited c
join sentences s on s.article_id = c.article_id and s.version = c.version
    and c.start_char >= s.start_char and c.start_char < s.end_char
group by all
order by all;
