-- One row a pair of utterances that the run before found and that nothing touches, by their numbers of now.
select a.no, b.no
from met_pairs m
join present_quotes a on a.key = m.a
join present_quotes b on b.key = m.b
anti join touched_quotes t on t.no = a.no or t.no = b.no;
