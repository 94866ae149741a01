-- Findings that have a place in what is judged anew go.
delete from findings where finding_id in (
    select subject_id from evidence where subject_kind = 'finding' and article_id in (from judged_articles));
