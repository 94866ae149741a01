-- One row a measure of articles, counted over all of them.
select measure, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator
from measures
where subject_kind = 'article' and denominator > 0
group by measure
order by measure;
