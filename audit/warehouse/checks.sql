-- One row a rule that must hold before a warehouse is published: its name and how many rows break it. Words are looked up in `unchecked_articles`.
with words as materialized (select article_id, version, text from articles semi join unchecked_articles using (article_id))
select 'a mention stands in no article' as rule, count(*) as broken
from (select article_id, version from quotes union all select article_id, version from figures
      union all select article_id, version from credits union all select article_id, version from caveats union all select article_id, version from outlets_named union all select article_id, version from blocks) m
where not exists (select 1 from articles a where a.article_id = m.article_id and a.version = m.version)
union all
select 'a quote is not the words at its place', count(*)
from quotes q join words a using (article_id, version) where substr(a.text, q.start_char + 1, q.end_char - q.start_char) <> q.text
union all
select 'a figure is not the words at its place', count(*)
from figures f join words a using (article_id, version) where substr(a.text, f.start_char + 1, f.end_char - f.start_char) <> f.surface
union all
select 'a source is named that is not there', count(*)
from (select source_id from credits union all select speaker_id from quotes where speaker_id is not null
      union all select source_id from figures where source_id is not null
      union all select publisher_id from articles where publisher_id is not null and gone_at is null
      union all select parent_source_id from edges where parent_source_id is not null) s
where not exists (select 1 from sources t where t.source_id = s.source_id)
union all
select 'an article has not one latest version', count(*)
from (select article_id from articles group by article_id having count(*) filter (where is_latest) <> if(bool_or(gone_at is not null), 0, 1))
union all
select 'a mention of a claim is not there', count(*)
from claim_mentions m where not exists (select 1 from claims c where c.claim_id = m.claim_id)
union all
select 'an edge has not one parent', count(*) from edges where (parent_article_id is null) = (parent_source_id is null)
union all
select 'an article stands in two stories', count(*)
from (select article_id from story_articles group by article_id having count(*) > 1)
union all
select 'a link of claims has no claim', count(*)
from claim_links l
where not exists (select 1 from claims c where c.claim_id = l.a_claim_id) or not exists (select 1 from claims c where c.claim_id = l.b_claim_id)
union all
select 'a share is above one', count(*) from measures where numerator > denominator and low is null
union all
select 'a bound is upside down', count(*) from measures where low > high;
