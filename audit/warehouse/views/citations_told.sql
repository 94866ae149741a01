-- One row a citation: the sentence, the held article that it cites, and what that article lacks of it.
create or replace view citations_told as
with lacks as (
    select g.citation_id, string_agg(g.kind || ': ' || words(c.article_id, c.version, g.start_char, g.end_char), '; '
               order by g.start_char, g.kind) as lacks
    from citation_gaps g
    join citations c using (citation_id)
    group by g.citation_id)
select c.citation_id, c.article_id, a.title, a.outlet, words(c.article_id, c.version, c.start_char, c.end_char) as sentence,
       c.verdict, c.why, l.lacks, c.target_id, t.title as target_title, t.outlet as target_outlet, c.url
from citations c
left join articles_told a on a.article_id = c.article_id and a.version = c.version
left join articles_told t on t.article_id = c.target_id and t.is_latest
left join lacks l using (citation_id)
order by list_position(['differs', 'not_found', 'cannot_tell', 'no_difference', 'carried'], c.verdict), a.title, c.start_char;
comment on view citations_told is 'One row a citation: a sentence, the held article that it cites, and what that lacks of it; worst first.';
comment on column citations_told.citation_id is 'The citation (citations.citation_id).';
comment on column citations_told.article_id is 'The article that cites.';
comment on column citations_told.title is 'Its headline.';
comment on column citations_told.outlet is 'Name of its publisher.';
comment on column citations_told.sentence is 'The sentence that cites.';
comment on column citations_told.verdict is 'carried, no_difference, differs, not_found, cannot_tell: words are compared, not facts.';
comment on column citations_told.why is 'The rule that gave the verdict.';
comment on column citations_told.lacks is 'What the cited article lacks of the sentence: kind and words.';
comment on column citations_told.target_id is 'The cited article.';
comment on column citations_told.target_title is 'Its headline.';
comment on column citations_told.target_outlet is 'Name of its publisher.';
comment on column citations_told.url is 'Address of the cited article.';
