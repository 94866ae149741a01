-- One row: what a paragraph on methods states of this warehouse.
select (select count(*) from articles where is_latest) as articles,
       (select count(*) from edges) as links,
       (select count(*) from edges where status <> 'machine') as links_ruled,
       (select count(*) from findings where severity > 0) as findings,
       (select count(distinct subject_id) from decisions where subject_kind = 'finding') as findings_ruled,
       (select coalesce(max_by(config_hash, rowid), 'not recorded') from runs) as rules,
       (select coalesce(strftime(max(finished_at), '%Y-%m-%d'), '1970-01-01') from runs) as run_day;
