-- One row a thing that a run changed, newest run first: in names, with the finding's kind or the claim's words.
create or replace view changes_told as
select r.finished_at, c.run_id, c.kind, c.subject_kind, c.subject_id, c.detail,
    case c.subject_kind
        when 'article' then (select any_value(a.title) from articles a where a.article_id = c.subject_id and a.is_latest)
        when 'claim' then (select any_value(l.label) from claims l where l.claim_id = c.subject_id)
        when 'finding' then (select any_value(f.summary) from findings f where f.finding_id = c.subject_id)
    end as stands_now
from run_changes c
join runs r using (run_id)
order by r.rowid desc, c.kind, c.detail, c.subject_id;
comment on view changes_told is 'One row a thing that a run changed, the newest run first.';
comment on column changes_told.finished_at is 'When the run was published, UTC.';
comment on column changes_told.run_id is 'The run.';
comment on column changes_told.kind is 'article_new, article_edited, article_gone, figure_changed, claim_new, claim_gone, origin_found, origin_lost, finding_new, finding_gone.';
comment on column changes_told.subject_kind is 'article, claim or finding.';
comment on column changes_told.subject_id is 'Its id.';
comment on column changes_told.detail is 'What it is, or what stood there → what stands there now.';
comment on column changes_told.stands_now is 'Its title, words or summary as they are held now; null where it is gone.';

create or replace macro changed_since(since) as table
    select t.*
    from changes_told t
    where t.run_id in (select run_id from runs where rowid > (select r.rowid from runs r where r.run_id = since));
