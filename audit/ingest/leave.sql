-- What is in leaving_captures and leaving goes, with all that later steps made of it.
delete from quote_speakers s using quotes q, leaving l where s.quote_id = q.quote_id and q.article_id = l.article_id and q.version = l.version;
delete from quotes q using leaving l where q.article_id = l.article_id and q.version = l.version;
delete from figures f using leaving l where f.article_id = l.article_id and f.version = l.version;
delete from credits c using leaving l where c.article_id = l.article_id and c.version = l.version;
delete from caveats c using leaving l where c.article_id = l.article_id and c.version = l.version;
delete from sentences s using leaving l where s.article_id = l.article_id and s.version = l.version;
delete from outlets_named n using leaving l where n.article_id = l.article_id and n.version = l.version;
delete from version_changes d using leaving l where d.article_id = l.article_id and l.version in (d.from_version, d.to_version);
delete from blocks b using leaving l where b.article_id = l.article_id and b.version = l.version;
delete from links k using leaving l where k.article_id = l.article_id and k.version = l.version;
delete from meta_claims m using leaving l where m.article_id = l.article_id and m.version = l.version;
delete from source_readings r using leaving l where r.article_id = l.article_id and r.version = l.version;
delete from extractions e using leaving l where e.article_id = l.article_id and e.version = l.version;
delete from articles a using leaving l where a.article_id = l.article_id and a.version = l.version;
delete from problems where capture_id in (select capture_id from leaving_captures) or article_id in (select article_id from leaving);
delete from appearances where capture_id in (select capture_id from leaving_captures);
delete from statuses where capture_id in (select capture_id from leaving_captures);
delete from members where capture_id in (select capture_id from leaving_captures);
delete from captures where capture_id in (select capture_id from leaving_captures);

update sources s set in_corpus = exists (select 1 from articles a where a.publisher_id = s.source_id and a.gone_at is null);
