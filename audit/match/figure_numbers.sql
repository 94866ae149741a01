-- One row a figure by its number: its key, its article, and who asserts it.
select owner, no, article_no, source
from numbered_figures
order by no;
