-- One row a finding with its claim, its article and the words of its evidence.
create or replace view findings_told as
with shown as (
    select subject_id, count(*) as places, count(distinct article_id) as articles,
           string_agg(outlet || ': ' || words, ' | ' order by place_no) as evidence_words
    from evidence_told where subject_kind = 'finding' group by subject_id)
select f.finding_id, f.kind, f.severity, f.summary, f.claim_id, c.label as claim, f.article_id, a.title, a.outlet,
       coalesce(w.places, 0) as places, coalesce(w.articles, 0) as articles, w.evidence_words
from findings f
left join claims c using (claim_id)
left join articles_told a on a.article_id = f.article_id and a.is_latest
left join shown w on w.subject_id = f.finding_id;
comment on view findings_told is 'One row a finding with its claim, article and the words of its evidence.';
comment on column findings_told.finding_id is 'The finding (findings.finding_id).';
comment on column findings_told.kind is 'single_origin, missing_origin, …';
comment on column findings_told.severity is '3 look first, 2, 1 note, 0 counted and not listed.';
comment on column findings_told.summary is 'A sentence.';
comment on column findings_told.claim_id is 'The claim, where it is about one.';
comment on column findings_told.claim is 'Label of that claim.';
comment on column findings_told.article_id is 'The article, where it is about one.';
comment on column findings_told.title is 'Headline of that article.';
comment on column findings_told.outlet is 'Name of its publisher.';
comment on column findings_told.places is 'How many places its evidence has.';
comment on column findings_told.articles is 'In how many articles they stand.';
comment on column findings_told.evidence_words is 'The words at those places, each behind its outlet, " | " between them.';
