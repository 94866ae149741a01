-- One row a citation: a sentence, the held article that it cites, and the words of it that that lacks; worst first.
with lacks as (
    select g.citation_id, string_agg('“' || words(c.article_id, c.version, g.start_char, g.end_char) || '”', ', '
               order by g.start_char, g.kind) as lacks
    from citation_gaps g
    join citations c using (citation_id)
    group by g.citation_id)
select c.citation_id, c.article_id, c.sentence, c.verdict, l.lacks, c.target_id, p.start_char
from citations_told c
join citations p using (citation_id)
left join lacks l using (citation_id)
order by list_position(['differs', 'not_found', 'cannot_tell', 'no_difference', 'carried'], c.verdict), c.title, p.start_char, c.citation_id;
