-- One row an utterance of a latest version: the rule that read it, and its pieces in order.
select q.utterance_id, any_value(q.rule), list(q.text order by q.start_char)
from quotes q
join articles a using (article_id, version)
where a.is_latest
group by q.utterance_id;
