-- Refills `figures_said`: one row a figure of a latest version, and a hash of how it is said; and lays out `wordings`, what each such hash allows.
create or replace temp table figures_said as
select f.figure_id, (hash(f.surface, f.low, f.high, f.approximator, f.hedge, f.unit) >> 1)::bigint as said
from figures f
join articles a using (article_id, version)
where a.is_latest;
create or replace temp table wordings (said bigint, literal_low double, literal_high double, typical_low double, typical_high double);
