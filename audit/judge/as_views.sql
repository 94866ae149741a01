-- From here on the names of these temporary tables are those of the views again.
drop table temp.attributions;
drop table temp.attribution_grades;
drop table temp.claim_ends;
drop table temp.claim_places;
