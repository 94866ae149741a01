-- The findings that have a place in what is judged, by the name of the whole table: a place of evidence is one of theirs.
create or replace temp table findings as
from findings where finding_id in (
    select finding_id from (select finding_id, unnest(from_json(evidence, '[{"article_id": "VARCHAR"}]')).article_id as article_id from findings)
    where article_id in (from judged_articles));

-- What has places among those that `evidence` works out.
create or replace temp table told_anew as
    select 'edge' as subject_kind, edge_id as subject_id from edges
    union select 'finding', finding_id from findings
    union select 'match', match_id from matches;
