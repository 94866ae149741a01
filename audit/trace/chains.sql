-- One row a credited source of a chain, latest versions, nearest hop first, no occasion: nothing is had from it; who posted on a platform stands there as the account.
with posters as (
    select poster_id as source_id, min(source_id) as account_id from sources where poster_id is not null group by poster_id
),
posted as (
    select distinct c.article_id, c.version, c.chain_id from credits c join sources s using (source_id) where s.kind = 'platform'
)
select c.article_id, c.chain_id, c.scope_start, c.scope_end, c.credit_id, 
       coalesce(k.account_id, c.source_id) as source_id, if(k.account_id is null, s.kind, 'account') as kind, c.relation,
       c.start_char, c.end_char, c.hop, c.rule, s.name
from credits c
join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
join sources s on s.source_id = c.source_id and s.kind <> 'occasion'
left join posted o on o.article_id = c.article_id and o.version = c.version and o.chain_id = c.chain_id
left join posters k on k.source_id = c.source_id and o.chain_id is not null
order by c.article_id, c.chain_id, c.hop, c.credit_id;
