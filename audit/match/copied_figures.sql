-- One row a figure inside `shared_words`, words that two articles have, of which the other side has one of the same value too: by the number of the
-- words and the side, with its number, its place, and a hash of its value.
with inside as (
    select w.no as words_no, false as is_second, f.no, f.start_char, f.end_char, hash(f.low, f.high, f.value_kind) as value
    from shared_words w
    join numbered_figures f on f.article_id = w.a_article_id and f.start_char >= w.a_start and f.start_char < w.a_end and f.end_char <= w.a_end
    union all
    select w.no, true, f.no, f.start_char, f.end_char, hash(f.low, f.high, f.value_kind)
    from shared_words w
    join numbered_figures f on f.article_id = w.b_article_id and f.start_char >= w.b_start and f.start_char < w.b_end and f.end_char <= w.b_end
),
twins as (
    select words_no, value
    from inside
    group by words_no, value
    having bool_or(is_second) and not bool_and(is_second)
)
select words_no, is_second, no, start_char, end_char, (value >> 1)::bigint as value
from inside
semi join twins using (words_no, value)
order by words_no, is_second, no;
