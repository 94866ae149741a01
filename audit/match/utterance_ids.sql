-- One row an utterance of a latest version.
select distinct q.utterance_id
from quotes q
join articles a using (article_id, version)
where a.is_latest;
