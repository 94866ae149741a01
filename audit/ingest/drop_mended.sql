-- Of the paths that were tried anew, problems that were not met again: of a file itself, a line (":3"), a record ("#3") or
-- a member ("!a.html") of it.
delete from problems p
where p.stage = 'ingest'
  and regexp_extract(p.path, '^(.*?)([:#!][^/]*)?$', 1) in (select unnest($tried))
  and {'path': p.path, 'error': p.error} not in (select unnest($found));
