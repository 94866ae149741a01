-- Working table of one run: lists of figures whose entries met their equals alone, each with its article and what it counts.
create or replace temp table figure_crowds (article_id varchar, key varchar, figures integer);
