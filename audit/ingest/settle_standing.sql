-- Every article has one version that counts, or none and the day on which it was missed first. What is gone is read no more.
update articles a
set is_latest = coalesce(a.version = s.version, false), gone_at = if(s.version is null, coalesce(a.gone_at, $now::timestamp), null)
from standing s
where a.article_id = s.article_id;

update extractions e set fingerprint = ''
from standing s
where s.article_id = e.article_id and s.version is null;

drop table standing;
