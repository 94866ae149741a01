-- One row a pair of utterances that share runs of three words: how many, each no more frequent than $most utterances; or
-- that share half of the shorter one's runs where more have them, in which case each is paired with the first that has.
-- Asked are the pairs of utterances in one part of `touched_quotes`: a pair of two parts stands in that of the first. Left out are
-- those of which it is known that they are not the same words.
with asked as (
    select distinct g.gram
    from quote_grams g
    join touched_quotes t using (owner)
    where t.part = $part
),
grams as (
    select g.gram, p.no as utterance_no, g.size, coalesce(t.part, -1) as part
    from quote_grams g
    semi join asked a on a.gram = g.gram
    join present_quotes p on p.owner = g.owner
    left join touched_quotes t on t.no = p.no
),
frequency as (
    select gram, count(*) between 2 and $most as is_rare, min(utterance_no) as first, min_by(part, utterance_no) as first_part
    from grams
    group by gram
    having count(*) >= 2
),
held as (
    select g.gram, g.utterance_no, g.size, g.part, f.is_rare, f.first, f.first_part
    from grams g
    join frequency f using (gram)
),
sizes as (
    select distinct utterance_no, size
    from held
),
pairs as (
    select a.utterance_no as a, b.utterance_no as b, a.gram, true as is_rare
    from (select * from held where is_rare and part = $part) a
    join held b on a.gram = b.gram and a.utterance_no < b.utterance_no
    union all
    select a.utterance_no, b.utterance_no, a.gram, true
    from (select * from held where is_rare and part = -1) a
    join (select * from held where part = $part) b on a.gram = b.gram and a.utterance_no < b.utterance_no
    union all
    select first, utterance_no, gram, false
    from held
    where not is_rare and first < utterance_no and (first_part = $part or (first_part = -1 and part = $part))
),
found as (
    select p.a, p.b, count(*) as shared
    from pairs p
    join sizes one on one.utterance_no = p.a
    join sizes two on two.utterance_no = p.b
    group by p.a, p.b, one.size, two.size
    having (count(*) filter (where p.is_rare) >= 2)
        or (count(*) filter (where p.is_rare) >= 1 and least(one.size, two.size) <= $short)
        or 2 * count(*) >= least(one.size, two.size)
),
keyed as (
    select f.a, f.b, f.shared, x.key as a_key, y.key as b_key
    from found f
    join present_quotes x on x.no = f.a
    join present_quotes y on y.no = f.b
)
select k.a, k.b, k.shared
from keyed k
anti join quote_silent s on s.a = k.a_key and s.b = k.b_key
order by k.a, k.b;
