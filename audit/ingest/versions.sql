-- One row a version that is held of these articles.
select article_id, version, text_sha256
from articles
where article_id in (select unnest($articles));
