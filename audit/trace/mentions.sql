-- One row a mention of a latest version: quotes by piece, figures, passages, credits; `label` is the words a reader sees.
with latest as (select article_id, version, text from articles where is_latest)
select 'quote' as kind, quote_id as id, article_id, version, start_char, end_char, speaker_id as source_id,
       q.text as label, utterance_id as grouped
from quotes q join latest l using (article_id, version)
where q.kind <> 'indirect'  -- a paraphrase is an assertion: its credit or its figure stands for it
union all
select 'figure', figure_id, article_id, version, start_char, end_char, source_id,
       concat_ws(' ', if(starts_with(surface, hedge), null, hedge), surface, if(unit is not null and counted is not null, 'of', null), counted), figure_id
from figures join latest using (article_id, version)
union all
select 'passage', passage_id, article_id, version, start_char, end_char, null,
       substr(l.text, start_char + 1, end_char - start_char), passage_id
from passages p join latest l using (article_id, version)
union all
select 'credit', credit_id, article_id, version, start_char, end_char, source_id,
       substr(l.text, scope_start + 1, scope_end - scope_start), credit_id
from credits c join latest l using (article_id, version)
order by article_id, start_char, id;
