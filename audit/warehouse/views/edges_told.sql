-- One row an edge: which outlet's article had the claim from whom, in names and words.
create or replace view edges_told as
with shown as (
    select e.subject_id, string_agg(words(e.article_id, e.version, e.start_char, e.end_char), ' … ' order by e.place_no)
               filter (e.role = 'credit') as credit_words,
           string_agg(words(e.article_id, e.version, e.start_char, e.end_char), ' … ' order by e.place_no)
               filter (e.role = 'child') as child_words
    from (select distinct on (subject_id, article_id, start_char, end_char) * from evidence where subject_kind = 'edge') e
    group by e.subject_id)
select e.edge_id, e.claim_id, c.label as claim, e.child_article_id, k.title as child_title, k.outlet as child_outlet,
       k.published_at as child_published_at, coalesce(s.name, p.called, 'an article without an outlet') as had_it_from,
       e.parent_article_id, p.title as parent_title, p.published_at as parent_published_at, e.parent_source_id,
       s.kind as parent_source_kind, e.parent_article_id is not null as is_held, e.relation, e.basis, e.confidence, e.status,
       e.hop, v.name as via, e.state, d.title as candidate_title, w.credit_words, w.child_words
from edges e
join claims c using (claim_id)
left join articles_told k on k.article_id = e.child_article_id and k.is_latest
left join articles_told p on p.article_id = e.parent_article_id and p.is_latest
left join sources s on s.source_id = e.parent_source_id
left join sources v on v.source_id = e.via_source_id
left join articles_told d on d.article_id = e.candidate_article_id and d.is_latest
left join shown w on w.subject_id = e.edge_id;
comment on view edges_told is 'One row an edge: the child article had the claim from a parent, in names and words.';
comment on column edges_told.edge_id is 'The edge (edges.edge_id).';
comment on column edges_told.claim_id is 'The claim.';
comment on column edges_told.claim is 'Its label.';
comment on column edges_told.child_article_id is 'The article that depends.';
comment on column edges_told.child_title is 'Its headline.';
comment on column edges_told.child_outlet is 'Name of its publisher.';
comment on column edges_told.child_published_at is 'When it was published.';
comment on column edges_told.had_it_from is 'The outlet of the parent article, or whose text it prints, ", as printed by" the outlet; or the source that is not held.';
comment on column edges_told.parent_article_id is 'The article it depends on, where held.';
comment on column edges_told.parent_title is 'Its headline.';
comment on column edges_told.parent_published_at is 'When it was published.';
comment on column edges_told.parent_source_id is 'The source it depends on, where no article of it is held.';
comment on column edges_told.parent_source_kind is 'outlet, agency, person, …';
comment on column edges_told.is_held is 'Whether the parent is an article in the collection.';
comment on column edges_told.relation is 'relays, credits_first, quotes, links, embeds, contributed_by, copied.';
comment on column edges_told.basis is 'stated (the text credits), linked (a hyperlink or embed), inferred (shared words and time).';
comment on column edges_told.confidence is '1 for stated and linked; a probability for inferred.';
comment on column edges_told.status is 'machine, accepted, rejected.';
comment on column edges_told.hop is 'Place in its chain, 1 nearest to the article; null outside chains.';
comment on column edges_told.via is 'The source that stands between child and parent in a chain; null where none does.';
comment on column edges_told.state is 'Of a parent that is not held: candidate, words_not_found, not_in_collection, no_name, unreadable.';
comment on column edges_told.candidate_title is 'Headline of a held article of the credited outlet that does not carry the words.';
comment on column edges_told.credit_words is 'The words of the child that credit.';
comment on column edges_told.child_words is 'The words of the child that depend.';
