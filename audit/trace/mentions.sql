-- One row a mention of a latest version: quotes by piece, figures, passages, credits, with the sentences around it. `label` is the words a
-- reader sees: of a quote its own (of a piece in the reporter's words, those that stand in marks beside it), else those of the text at
-- `label_start`, the sentence that holds most of it; of a credit its own sentence, where that tells enough beside it.
with latest as materialized (select article_id, version, text from latest_texts semi join read_articles using (article_id)),
in_marks as (  -- the longest piece of a mixed quote that a mark stands before; without one it is a paraphrase
    select q.utterance_id, q.article_id, q.version, arg_max(q.text, length(q.text)) as words
    from quotes q
    join latest l using (article_id, version)
    where q.kind = 'mixed' and regexp_matches(substr(l.text, greatest(q.start_char - 1, 1), least(q.start_char, 2)), '[“«»„‘‚‹「『]$|(^|[\s(\[—–:-])["'']$')
    group by q.utterance_id, q.article_id, q.version
),
told as (
    select 'quote' as kind, quote_id as id, article_id, version, start_char, end_char, speaker_id as source_id,
           coalesce(m.words, q.text) as words, utterance_id as grouped, null as low, null as high, null as unit, null as counted
    from quotes q
    semi join latest l using (article_id, version)
    left join in_marks m using (utterance_id, article_id, version)
    where q.kind = 'direct' or m.words is not null  -- a paraphrase is an assertion: its credit or its figure stands for it
    union all
    select 'figure', figure_id, article_id, version, start_char, end_char, source_id,
           null, figure_id, low, high, unit, counted
    from figures
    semi join latest l using (article_id, version)
    union all
    select 'passage', passage_id, article_id, version, start_char, end_char, null, null, passage_id, null, null, null, null
    from passages
    semi join latest l using (article_id, version)
    union all
    select 'credit', credit_id, article_id, version, scope_start, scope_end, source_id, null, credit_id, null, null, null, null
    from credits
    semi join latest l using (article_id, version)
    where rule <> 'occasion'
),
met as (
    select t.id, t.kind, s.start_char, s.end_char,
           if(c.credit_id is null, 0, greatest(0, least(s.end_char, c.end_char) - greatest(s.start_char, c.start_char))) as crediting,
           least(s.end_char, t.end_char) - greatest(s.start_char, t.start_char) - crediting as beside,
           row(crediting > 0 and beside >= 30, beside) as fits  -- 30 characters beside a credit tell something: "the mill would close in May"
    from told t
    left join credits c on t.kind = 'credit' and c.credit_id = t.id and c.article_id = t.article_id and c.version = t.version
    join (from sentences semi join latest l using (article_id, version)) s on s.article_id = t.article_id and s.version = t.version and s.start_char < t.end_char and t.start_char < s.end_char
),
placed as (
    select id, kind, min(start_char) as first, max(end_char) as last, arg_max(start_char, fits) as fullest, arg_max(end_char, fits) as fullest_end
    from met
    group by id, kind
)
select t.kind, t.id, t.article_id, t.version, coalesce(c.start_char, t.start_char) as start_char, coalesce(c.end_char, t.end_char) as end_char,
       t.source_id,
       t.words as label,
       t.grouped, p.first, p.last, t.low, t.high, t.unit, lower(t.counted) as counted,
       coalesce(p.fullest, t.start_char) as label_start, coalesce(p.fullest_end, t.end_char) as label_end
from told t
left join placed p on p.id = t.id and p.kind = t.kind
left join credits c on t.kind = 'credit' and c.credit_id = t.id and c.article_id = t.article_id and c.version = t.version
order by t.article_id, start_char, t.id;
