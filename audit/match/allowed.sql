-- Rows of `allowed`, which becomes `figure_sets`: what each figure allows, by what its words do.
create or replace temp table allowed as
select figure_id, literal_low, literal_high, typical_low, typical_high
from figures_said
join wordings using (said);
drop table figures_said;
drop table wordings;
