-- Rows of `measures` as they come, and the views that most measures count, each worked out once: these go by the names of the views.
create or replace temp table measured as from measures limit 0;
create or replace temp table attributions as from main.attributions;
create or replace temp table attribution_grades as from main.attribution_grades;
