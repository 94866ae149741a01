-- One row a way to say a figure that stands in `figures_said` and not in `wordings`, by its hash.
select s.said, any_value(f.surface), any_value(f.low), any_value(f.high), any_value(f.approximator), any_value(f.hedge), any_value(f.unit)
from figures_said s
join figures f using (figure_id)
anti join wordings w on w.said = s.said
group by s.said;
