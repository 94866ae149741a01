-- One row a credit of the article $article that begins at one of $starts, with the rule that found it.
select distinct c.start_char, r.rule_id, r.meaning
from credits c
join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
left join rules r on r.room = 'credits' and r.rule_id = c.rule
where c.article_id = $article and list_contains($starts, c.start_char)
order by c.start_char, r.rule_id;
