-- Every page back to the publisher of its own reading, and `sources` as the readings alone tell them:
-- what earlier runs made of them is forgotten, so that a run over parts ends where one over all of them does.
insert into source_readings
select a.article_id, a.version, s.source_id, s.kind, s.name, n.name, null, 'page'
from (select article_id, version, publisher_id as source_id from articles where own_publisher_id is null and publisher_id is not null
      union
      select article_id, version, originator_id from articles where own_originator_id is null and originator_id is not null) a
join sources s using (source_id)
join source_names n using (source_id)
where not exists (select 1 from source_readings r where r.article_id = a.article_id and r.version = a.version and r.part = 'page');

update articles set own_publisher_id = publisher_id where own_publisher_id is null and publisher_id is not null;
update articles set own_originator_id = originator_id where own_originator_id is null and originator_id is not null;
update quotes set own_speaker_id = speaker_id where own_speaker_id is null and speaker_id is not null;
update quote_speakers set own_source_id = source_id where own_source_id is null and source_id is not null;
update figures set own_source_id = source_id where own_source_id is null and source_id is not null;
update credits set own_source_id = source_id where own_source_id is null and source_id is not null;

update articles set publisher_id = own_publisher_id where publisher_id <> own_publisher_id;
update articles set originator_id = own_originator_id where originator_id <> own_originator_id;

-- What is gone says nothing of anybody.
create or replace temp view readings as
select r.*
from source_readings r
where not exists (select 1 from articles a where a.article_id = r.article_id and a.gone_at is not null);

delete from sources;
delete from source_names;
insert into sources
with votes as (
    select source_id, kind, name, bool_or(on_page) as on_page, count(*) as articles
    from (select source_id, kind, name, article_id, bool_or(part = 'page') as on_page from readings group by all)
    group by all),
spoken_for as (
    select source_id, affiliation, count(distinct article_id) as articles
    from readings
    where affiliation is not null
    group by all),
held as (select source_id, count(distinct article_id) as articles from readings group by source_id),
bodies as (
    select source_id, max_by(affiliation, f.articles) as body
    from spoken_for f
    join held h using (source_id)
    group by source_id
    having 2 * max(f.articles) > sum(f.articles) and (max(f.articles) >= 3 or 8 * max(f.articles) >= max(h.articles)))
-- The form that most articles print; of two as frequent no shouted one. The body that more than half of those name that name any:
-- three articles, or one in eight of all that name the person; what fewer tell may be of a namesake, and stays with them.
select v.source_id, max_by(name, (on_page, articles, name <> upper(name), name)), any_value(kind), any_value(b.body), null, false, null, null
from votes v
left join bodies b using (source_id)
group by v.source_id;
insert into source_names select distinct source_id, spelling from readings;
drop view readings;
create or replace temp table earlier_aliases as from source_aliases;
delete from source_aliases;
