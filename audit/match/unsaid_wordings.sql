-- One row a way to say a figure of `wordings` that no figure of a latest version has, by its hash.
select said
from wordings
anti join figures_said using (said);
