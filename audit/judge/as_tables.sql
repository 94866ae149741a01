-- The views that many measures and kinds of findings ask, each worked out once: until `as_views`, these go by the names of the views.
create or replace temp table attributions as from main.attributions;
create or replace temp table attribution_grades as from main.attribution_grades;
create or replace temp table claim_ends as from main.claim_ends;
create or replace temp table claim_places as from main.claim_places;
create or replace temp table unnamed_ends as from main.unnamed_ends;
create or replace temp table match_places as from main.match_places;
create or replace temp table figures_resting as from main.figures_resting;
create or replace temp table figures_on_way as from main.figures_on_way;
create or replace temp table figure_turns as from main.figure_turns;
create or replace temp table joined_matches as from main.joined_matches;
