-- One row a pair of utterances that share runs of three words: how many, each no more frequent than $most utterances.
with frequency as (
    select gram
    from quote_grams
    group by gram
    having count(*) between 2 and $most
),
held as (
    select g.gram, g.utterance_no, g.size
    from quote_grams g
    semi join frequency using (gram)
)
select a.utterance_no as a, b.utterance_no as b, count(*) as shared
from held a
join held b on a.gram = b.gram and a.utterance_no < b.utterance_no
group by a.utterance_no, b.utterance_no, a.size, b.size
having count(*) >= 2 or least(a.size, b.size) <= $short
order by a, b;
