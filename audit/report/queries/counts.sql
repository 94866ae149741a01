-- One row: how much of everything there is, and the days that the articles span.
select
    (select count(*) from captures) as captures,
    (select count(*) from articles where is_latest) as articles,
    (select count(*) from articles where not is_latest) as earlier_versions,
    (select count(*) from articles where is_latest and coalesce(published_at, published_from) is null) as undated,
    (select count(*) from articles where is_latest and publisher_id is null) as unsigned,
    (select count(distinct utterance_id) from quotes semi join articles using (article_id, version)) as quotes,
    (select count(*) from figures semi join articles using (article_id, version)) as figures,
    (select count(*) from credits semi join articles using (article_id, version)) as credits,
    (select count(*) from claims) as claims,
    (select count(*) from edges where status <> 'rejected') as edges,
    (select count(*) from edges where status <> 'machine') as edges_reviewed,
    (select count(*) from findings) as findings,
    (select count(*) from findings where severity >= 3) as findings_first,
    (select count(*) from problems) as problems,
    (select min(coalesce(published_at, published_from)) from articles where is_latest) as first_day,
    (select max(coalesce(published_at, published_from)) from articles where is_latest) as last_day;
