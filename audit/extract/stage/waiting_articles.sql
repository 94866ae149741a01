-- One row an article version that waits, from one number to another.
select a.article_id, a.version, a.text, a.title, w.publisher, a.byline, a.url, a.published_at, a.published_from, a.language
from waiting_versions w
join articles a using (article_id, version)
where w.no between $first and $last
order by w.no;
