-- Every mention to the being of its article's own reading, or to the one that this is an alias of; what stands there already is not written again.
update quotes set speaker_id = told.now
from (
    select m.rowid as at, coalesce(a.into_id, m.own_speaker_id) as now
    from quotes m
    left join source_aliases a on a.source_id = m.own_speaker_id
    where m.speaker_id is distinct from coalesce(a.into_id, m.own_speaker_id)
) told
where quotes.rowid = told.at;

update quote_speakers set source_id = told.now
from (
    select m.rowid as at, coalesce(a.into_id, m.own_source_id) as now
    from quote_speakers m
    left join source_aliases a on a.source_id = m.own_source_id
    where m.source_id is distinct from coalesce(a.into_id, m.own_source_id)
) told
where quote_speakers.rowid = told.at;

update figures set source_id = told.now
from (
    select m.rowid as at, coalesce(a.into_id, m.own_source_id) as now
    from figures m
    left join source_aliases a on a.source_id = m.own_source_id
    where m.source_id is distinct from coalesce(a.into_id, m.own_source_id)
) told
where figures.rowid = told.at;

update credits set source_id = told.now
from (
    select m.rowid as at, coalesce(a.into_id, m.own_source_id) as now
    from credits m
    left join source_aliases a on a.source_id = m.own_source_id
    where m.source_id is distinct from coalesce(a.into_id, m.own_source_id)
) told
where credits.rowid = told.at;
