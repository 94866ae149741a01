-- What judging reads, as far as `judged_articles` need it: until `widen`, these tables go by the names of the whole ones.
create or replace temp table claim_articles as
    select claim_id, article_id from claim_mentions
    union select claim_id, child_article_id from edges
    union select claim_id, parent_article_id from edges where parent_article_id is not null;
create or replace temp table judged_claims as
    select distinct claim_id from claim_articles semi join judged_articles using (article_id);
create or replace temp table near_articles as
    select article_id from judged_articles
    union select article_id from claim_articles semi join judged_claims using (claim_id)
    union select a_article_id from matches where b_article_id in (from judged_articles)
    union select b_article_id from matches where a_article_id in (from judged_articles)
    union select notice_id from notices where article_id in (from judged_articles);
drop table claim_articles;

create or replace temp table source_houses as from main.source_houses;
create or replace temp table claims as from main.claims semi join judged_claims using (claim_id);
create or replace temp table claim_mentions as from main.claim_mentions semi join judged_claims using (claim_id);
create or replace temp table edges as from main.edges semi join judged_claims using (claim_id);
create or replace temp table origins as from main.origins semi join judged_claims using (claim_id);
create or replace temp table claim_links as
    from main.claim_links where a_claim_id in (from judged_claims) and b_claim_id in (from judged_claims);
create or replace temp table matches as
    from main.matches where a_article_id in (from near_articles) and b_article_id in (from near_articles);
create or replace temp table articles as from main.articles semi join near_articles using (article_id);
create or replace temp table blocks as from main.blocks semi join near_articles using (article_id);
create or replace temp table sentences as from main.sentences semi join near_articles using (article_id);
create or replace temp table quotes as from main.quotes semi join near_articles using (article_id);
create or replace temp table figures as from main.figures semi join near_articles using (article_id);
create or replace temp table passages as from main.passages semi join near_articles using (article_id);
create or replace temp table credits as from main.credits semi join near_articles using (article_id);
create or replace temp table caveats as from main.caveats semi join near_articles using (article_id);
create or replace temp table links as from main.links semi join near_articles using (article_id);
create or replace temp table version_changes as from main.version_changes semi join near_articles using (article_id);
create or replace temp table story_articles as from main.story_articles semi join near_articles using (article_id);
create or replace temp table citations as from main.citations semi join near_articles using (article_id);
