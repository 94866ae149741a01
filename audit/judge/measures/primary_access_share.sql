-- One row an attribution; counted where the text states its own way to the source: an interview, a document or data set seen, the speakers own post. note is route_not_stated where it says nothing.
create or replace view primary_access_share_evidence as
with routes as (
    select t.*, (select max(case when c.rule like '%own_interview%' then 'own interview' when c.relation = 'embeds' then 'own post' end)
                 from credits c where c.article_id = t.article_id and c.version = t.version
                 and c.scope_start < t.end_char and t.start_char < c.scope_end) as route
    from attributions t)
select 'article' as subject_kind, t.article_id as subject_id, t.route is not null or t.furthest_kind in ('document', 'dataset') as counted,
       1 as amount, t.article_id, t.version, t.start_char, t.end_char, substr(a.text, t.start_char + 1, t.end_char - t.start_char) as text,
       coalesce(t.route, if(t.furthest_kind in ('document', 'dataset'), t.furthest_kind || ' seen',
                            if(carries(t.nearest_kind) and t.nearest_id is distinct from a.publisher_id, 'relayed', 'route_not_stated'))) as note
from routes t join articles a using (article_id, version)
where a.is_latest;
comment on view primary_access_share_evidence is 'One row an attribution; counted where the text states its own way to the source: an interview, a document or data set seen, the speakers own post. note is route_not_stated where it says nothing.';
