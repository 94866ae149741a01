-- One row a matched article whose latest version gives a piece of a quote to a speaker of one of $kinds.
select distinct q.article_id
from quotes q
join articles a using (article_id, version)
left join quote_speakers t using (quote_id)
where a.is_latest and q.article_id in (select article_id from matched_articles)
  and (q.speaker_id in (select source_id from sources where kind in (select unnest($kinds)))
       or t.source_id in (select source_id from sources where kind in (select unnest($kinds))));
