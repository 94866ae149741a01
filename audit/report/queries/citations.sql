-- One row a citation: a sentence, the held article that it cites, and what that lacks of it; worst first.
select c.citation_id, c.article_id, c.sentence, c.verdict, c.lacks, c.target_id, p.start_char
from citations_told c
join citations p using (citation_id)
order by list_position(['differs', 'not_found', 'cannot_tell', 'no_difference', 'carried'], c.verdict), c.title, p.start_char, c.citation_id;
