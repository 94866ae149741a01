-- One row an article version that waits, as many as a part has from one number on.
with told as (
    select a.rowid as at, w.no, w.publisher
    from waiting_versions w
    join articles a using (article_id, version)
    where w.no between $first and $first + $size - 1
)
select a.article_id, a.version, a.text, a.title, w.publisher, a.byline, a.url, a.published_at, a.published_from, a.language
from told w
join articles a on a.rowid = w.at
order by w.no;
