-- Mentions that older rules took give way.
delete from quote_speakers s using quotes q, extractions e where s.quote_id = q.quote_id and q.article_id = e.article_id and q.version = e.version and e.fingerprint <> $fingerprint;
delete from quotes q using extractions e where q.article_id = e.article_id and q.version = e.version and e.fingerprint <> $fingerprint;
delete from figures f using extractions e where f.article_id = e.article_id and f.version = e.version and e.fingerprint <> $fingerprint;
delete from credits c using extractions e where c.article_id = e.article_id and c.version = e.version and e.fingerprint <> $fingerprint;
delete from caveats c using extractions e where c.article_id = e.article_id and c.version = e.version and e.fingerprint <> $fingerprint;
delete from sentences s using extractions e where s.article_id = e.article_id and s.version = e.version and e.fingerprint <> $fingerprint;
delete from outlets_named n using extractions e where n.article_id = e.article_id and n.version = e.version and e.fingerprint <> $fingerprint;
delete from version_changes d using extractions e where d.article_id = e.article_id and d.to_version = e.version and e.fingerprint <> $fingerprint;
delete from source_readings r using extractions e where r.article_id = e.article_id and r.version = e.version and r.part = 'article' and e.fingerprint <> $fingerprint;
delete from problems p using extractions e where p.stage = 'extract' and p.article_id = e.article_id and e.fingerprint <> $fingerprint;
delete from extractions where fingerprint <> $fingerprint;
