-- One row a figure of `asked_figures`: where it stands.
select no, start_char, end_char
from numbered_figures
semi join asked_figures using (no);
