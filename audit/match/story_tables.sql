-- Working table of one run: how much each word weighs in an article; the squares of an article add up to 1.
create or replace temp table story_words (article_no integer, word integer, weight double);
