-- Working table of one run: lists of figures whose entries met their equals alone, as `figure_crowds` of the index has them.
create or replace temp table figure_crowds (article_no integer, article_id varchar, key varchar, figures integer);
