-- One row: the utterance $id, with who is said to have said it and the rule that found that.
select q.utterance_id as subject_id, any_value(s.name) as name, any_value(s.kind) as source_kind, any_value(q.kind) as quote_kind,
       any_value(q.cue) as cue, any_value(q.certainty) as certainty, any_value(q.rule) as rule, any_value(r.meaning) as meaning,
       any_value(q.title) as title, null as claim_id, any_value(q.rule) as relation, min(q.speaker_start) as speaker_start,
       min(q.speaker_end) as speaker_end, any_value(q.article_id) as article_id,
       json_group_array(json_object('article_id', q.article_id, 'start', q.start_char, 'end', q.end_char)) as evidence
from quotes q
join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
left join sources s on s.source_id = q.speaker_id
left join rules r on r.room = 'quotes' and r.rule_id = q.rule
where q.utterance_id = $id
group by q.utterance_id;
