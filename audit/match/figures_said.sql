-- One row a figure of a latest version: how it is said.
select f.figure_id, f.surface, f.low, f.high, f.approximator, f.hedge, f.unit
from figures f
join articles a using (article_id, version)
where a.is_latest;
