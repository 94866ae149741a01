-- Of every article, the highest version is the latest; rows that say so already are not touched.
update articles a
set is_latest = a.version = l.version
from (select article_id, max(version) as version from articles group by article_id) l
where a.article_id = l.article_id and a.is_latest <> (a.version = l.version);
