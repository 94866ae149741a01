-- One row an article with a page: it shares a claim that has one, is a parent in it, or has a finding that is listed.
with paged as (
    select claim_id from claim_mentions group by claim_id having count(distinct article_id) >= 2
    union
    select claim_id from findings where severity >= 2 and claim_id is not null)
select article_id from claim_mentions semi join paged using (claim_id)
union
select parent_article_id from edges semi join paged using (claim_id) where parent_article_id is not null
union
select child_article_id from edges semi join paged using (claim_id)
union
select article_id from findings where severity > 0 and article_id is not null
union
select e.article_id from evidence e join findings f on e.subject_kind = 'finding' and f.finding_id = e.subject_id and f.severity > 0;
