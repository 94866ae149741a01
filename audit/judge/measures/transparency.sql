-- One row a check of an article: byline, day, last change, a link, a correction, a label of opinion; counted where it was found. note is found, not found or not checkable; what cannot be checked weighs nothing.
create or replace view transparency_evidence as
with checks as (
    select a.*, unnest([
        {name: 'byline', state: if(nullif(a.byline, '') is not null, 'found', 'not found')},
        {name: 'published', state: if(a.published_at is not null, 'found', 'not found')},
        {name: 'updated', state: if(a.modified_at is not null, 'found', if(k.media_type = 'text/html', 'not found', 'not checkable'))},
        {name: 'link', state: if(l.article_id is not null, 'found', if(k.media_type = 'text/html', 'not found', 'not checkable'))},
        {name: 'correction', state: if(b.article_id is not null, 'found', 'not found')},
        {name: 'label of opinion', state: if(a.genre = 'opinion', 'found', 'not checkable')}]) as told
    from articles a
    left join captures k on k.capture_id = a.capture_id
    left join (select distinct article_id, version from links) l on l.article_id = a.article_id and l.version = a.version
    left join (select distinct article_id, version from blocks where role = 'correction') b
           on b.article_id = a.article_id and b.version = a.version
    where a.is_latest)
select 'article' as subject_kind, article_id as subject_id, told.state = 'found' as counted,
       if(told.state = 'not checkable', 0, 1) as amount, article_id, version, null::integer as start_char, null::integer as end_char,
       told.name as text, told.state as note
from checks;
comment on view transparency_evidence is 'One row a check of an article: byline, day, last change, a link, a correction, a label of opinion; counted where it was found. note is found, not found or not checkable; what cannot be checked weighs nothing.';
