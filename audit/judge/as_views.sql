-- From here on the names of these temporary tables are those of the views again.
drop table temp.attributions;
drop table temp.attribution_grades;
drop table temp.claim_ends;
drop table temp.claim_places;
drop table temp.unnamed_ends;
drop table temp.match_places;
drop table temp.figures_resting;
drop table temp.figures_on_way;
drop table temp.figure_turns;
drop table temp.joined_matches;
