-- One row a claim that two houses or more print and whose chains end at an outlet or a document of which nothing is held. An account or platform
-- is none, nor an agency whose own text one of the articles is, nor what is several without a name ("estimates"). An agency's text is the agency's,
-- whoever prints it.
select e.claim_id, null as article_id, p.evidence,
       {label: e.label, articles: e.articles || ' articles', origins: e.origins} as slots
from claim_ends e
join claim_places p using (claim_id)
where e.articles >= 2 and e.all_missing
  and not exists (
    select 1 from origins o join sources s on o.node_kind = 'source' and s.source_id = o.node_id
    where o.claim_id = e.claim_id
      and (s.kind in ('account', 'platform') or are_several(s.name)
           or exists (select 1 from claim_mentions m join articles a on a.article_id = m.article_id and a.is_latest
                      where m.claim_id = e.claim_id and s.source_id in (a.originator_id, a.publisher_id))))
  and 2 <= (select count(distinct t.owner_id) from claim_mentions m join text_owners t using (article_id) where m.claim_id = e.claim_id);
