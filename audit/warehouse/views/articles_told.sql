-- One row an article version with its outlet and whose text it is, by name.
create or replace view articles_told as
select a.article_id, a.version, a.is_latest, a.title, s.name as outlet, as_printed(o.name, s.name) as called, a.byline, a.published_at, a.url, a.genre, a.language, c.path
from articles a
left join sources s on s.source_id = a.publisher_id
left join sources o on o.source_id = a.originator_id
left join captures c using (capture_id);
comment on view articles_told is 'One row an article version, its outlet by name.';
comment on column articles_told.article_id is 'The article.';
comment on column articles_told.version is 'Its version.';
comment on column articles_told.is_latest is 'Whether it is the version that counts.';
comment on column articles_told.title is 'Headline; null where the capture holds none.';
comment on column articles_told.outlet is 'Name of the publisher; null where the text does not say.';
comment on column articles_told.called is 'What it is called as a source: its outlet, or whose text it is, ", as printed by" its outlet.';
comment on column articles_told.byline is 'Names of the authors, ", " between them.';
comment on column articles_told.published_at is 'Wall time as printed; midnight where only the day is known.';
comment on column articles_told.url is 'Canonical URL, if known.';
comment on column articles_told.genre is 'news, opinion, satire, …, unknown.';
comment on column articles_told.language is 'Language code, "en".';
comment on column articles_told.path is 'The file it was read from.';
