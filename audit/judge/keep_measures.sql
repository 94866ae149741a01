-- Measures of what was judged stand in the place of those before; the rest stay, and what all of them add up to is added up again.
delete from measured
where not (subject_id in (from judged_articles) and subject_kind = 'article' or subject_id in (from judged_claims) and subject_kind = 'claim');

delete from measures
where subject_kind = 'corpus'
   or subject_kind = 'article' and (subject_id in (from judged_articles) or subject_id not in (select article_id from articles))
   or subject_kind = 'claim' and (subject_id in (from judged_claims) or subject_id not in (select claim_id from claims));

insert into measures from measured;

insert into measures
select measure, 'corpus', 'all', sum(numerator), sum(denominator), null, null
from measures
where measure not in (select unnest($bounds))
group by measure;

drop table measured;
