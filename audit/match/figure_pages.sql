-- One row an article with figures: the key of all that is known of both, and the number of its first figure.
select distinct page as key, article_id, first
from numbered_figures
order by first;
