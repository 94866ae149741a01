-- One row a credit with its chain as one string, from the furthest source to the article's outlet.
create or replace view credits_told as
with paths as (
    select c.article_id, c.version, c.chain_id, max(c.hop) as hops, string_agg(s.name, ' → ' order by c.hop desc) as path
    from credits c join sources s using (source_id)
    group by c.article_id, c.version, c.chain_id)
select c.credit_id, c.chain_id, c.article_id, c.version, a.is_latest, a.title, a.outlet, a.published_at,
       s.name as credited, s.kind as credited_kind, s.in_corpus, c.relation, c.hop, p.hops,
       p.path || ' → ' || coalesce(a.outlet, 'this article') as path,
       substr(t.text, c.start_char + 1, c.end_char - c.start_char) as words,
       c.rule, r.meaning as rule_meaning, r.example as rule_example, c.start_char, c.end_char
from credits c
join articles_told a using (article_id, version)
join articles t using (article_id, version)
join paths p on p.article_id = c.article_id and p.version = c.version and p.chain_id = c.chain_id
join sources s on s.source_id = c.source_id
left join rules r on r.room = 'credits' and r.rule_id = c.rule;
comment on view credits_told is 'One row a credit with its article, outlet and whole path, in names and words.';
comment on column credits_told.credit_id is 'The credit (credits.credit_id).';
comment on column credits_told.chain_id is 'Credits with one chain_id are one path.';
comment on column credits_told.article_id is 'The article.';
comment on column credits_told.version is 'Its version.';
comment on column credits_told.is_latest is 'Whether it is the version that counts.';
comment on column credits_told.title is 'Headline of the article.';
comment on column credits_told.outlet is 'Name of its publisher.';
comment on column credits_told.published_at is 'When it was published.';
comment on column credits_told.credited is 'Who is credited.';
comment on column credits_told.credited_kind is 'outlet, agency, person, document, anonymous, …';
comment on column credits_told.in_corpus is 'Whether an article published by it is held.';
comment on column credits_told.relation is 'relays, credits_first, quotes, links, embeds, contributed_by.';
comment on column credits_told.hop is '1 is nearest to the article.';
comment on column credits_told.hops is 'How many sources the path has.';
comment on column credits_told.path is 'The path as one string, from the furthest source to the outlet of the article.';
comment on column credits_told.words is 'The crediting words.';
comment on column credits_told.rule is 'Id of the rule that found it.';
comment on column credits_told.rule_meaning is 'What that rule reads.';
comment on column credits_told.rule_example is 'An invented text in which it fires.';
comment on column credits_told.start_char is 'First character of the crediting words, counted from 0.';
comment on column credits_told.end_char is 'One past their last character.';
