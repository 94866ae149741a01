-- One row a match with the words, outlets and titles of both sides, and their claim.
create or replace view matches_told as
with claimed as (select mention_id, min(claim_id) as claim_id from claim_mentions group by mention_id)
select m.match_id, m.kind, m.relation, json_extract_string(m.detail, '$.why') as why, k.claim_id, c.label as claim,
       a.outlet as a_outlet, a.title as a_title, words(a.article_id, a.version, m.a_start, m.a_end) as a_words,
       b.outlet as b_outlet, b.title as b_title, words(b.article_id, b.version, m.b_start, m.b_end) as b_words,
       m.similarity, m.a_article_id, m.b_article_id, json_extract_string(m.detail, '$.a_id') as a_id,
       json_extract_string(m.detail, '$.b_id') as b_id
from matches m
left join articles_told a on a.article_id = m.a_article_id and a.is_latest
left join articles_told b on b.article_id = m.b_article_id and b.is_latest
left join claimed k on k.mention_id = json_extract_string(m.detail, '$.a_id')
left join claims c on c.claim_id = k.claim_id;
comment on view matches_told is 'One row a match with the words, titles and outlets of both sides, and their claim.';
comment on column matches_told.match_id is 'The match (matches.match_id).';
comment on column matches_told.kind is 'quote, figure, passage.';
comment on column matches_told.relation is 'How b relates to a: exact, truncated, hedge_flipped, copied, …';
comment on column matches_told.why is 'The reason in words, where the comparison gives one.';
comment on column matches_told.claim_id is 'The claim of the two; null where they make none.';
comment on column matches_told.claim is 'Label of that claim.';
comment on column matches_told.a_outlet is 'Outlet of the first side (the earlier, where dates tell).';
comment on column matches_told.a_title is 'Headline of the first side.';
comment on column matches_told.a_words is 'Words of the first side.';
comment on column matches_told.b_outlet is 'Outlet of the second side.';
comment on column matches_told.b_title is 'Headline of the second side.';
comment on column matches_told.b_words is 'Words of the second side.';
comment on column matches_told.similarity is 'How the pair was found, 0 to 1: never fidelity.';
comment on column matches_told.a_article_id is 'Article of the first side.';
comment on column matches_told.b_article_id is 'Article of the second side.';
comment on column matches_told.a_id is 'The first mention (quote_id, figure_id or passage_id).';
comment on column matches_told.b_id is 'The second mention.';
