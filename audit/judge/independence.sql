-- One row a claim that asserts something: origins at most of articles, with both bounds.
insert into measured
select 'independence', 'claim', c.claim_id, b.high, m.articles, b.low, b.high
from claims c
join claim_bounds b using (claim_id)
join (select claim_id, count(distinct article_id) as articles from claim_mentions group by claim_id) m using (claim_id)
where c.kind in ('figure', 'assertion');
