-- From here on `attributions` and their grades are the views again.
drop table temp.attribution_grades;
drop table temp.attributions;
