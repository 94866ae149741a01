-- An alias that an earlier run found already keeps that run's id.
update source_aliases set run_id = e.run_id
from earlier_aliases e
where e.source_id = source_aliases.source_id and e.into_id = source_aliases.into_id and e.why = source_aliases.why;
drop table earlier_aliases;
