-- One row an article that `changed` bears on, as one side tells: it, those that name a changed source, and all that share a claim with one of these.
with places as (
    select claim_id, article_id from claim_mentions
    union select claim_id, child_article_id from edges
    union select claim_id, parent_article_id from edges where parent_article_id is not null),
moved as (select key as source_id from changed where part = 'source'),
changed_articles as (
    select key as article_id from changed where part = 'article'
    union select article_id from quotes where speaker_id in (from moved)
    union select article_id from figures where source_id in (from moved)
    union select article_id from credits where source_id in (from moved) or own_source_id in (from moved)
    union select article_id from articles where publisher_id in (from moved) or originator_id in (from moved)),
changed_claims as (
    select key as claim_id from changed where part = 'claim'
    union select claim_id from origins where node_kind = 'source' and node_id in (from moved)
    union select claim_id from edges where parent_source_id in (from moved) or via_source_id in (from moved)
    union select claim_id from places where article_id in (from changed_articles))
select article_id from changed_articles
union select article_id from places where claim_id in (from changed_claims)
