-- One row a figure with who asserts it, and the sentence it stands in.
create or replace view figures_told as
with claimed as (select mention_id, min(claim_id) as claim_id from claim_mentions where mention_kind = 'figure' group by mention_id)
select f.figure_id, f.article_id, f.version, a.is_latest, a.title, a.outlet, a.published_at,
       f.surface, f.hedge, f.approximator, f.low, f.high, f.unit, f.counted, f.predicate, f.modality, f.as_of, f.place, f.qualifiers,
       s.name as asserted_by, s.kind as asserted_by_kind,
       substr(t.text, n.start_char + 1, n.end_char - n.start_char) as sentence,
       m.claim_id, c.label as claim, f.start_char, f.end_char
from figures f
join articles_told a using (article_id, version)
join articles t using (article_id, version)
left join sentences n on n.article_id = f.article_id and n.version = f.version
                     and n.start_char <= f.start_char and f.start_char < n.end_char
left join sources s on s.source_id = f.source_id
left join claimed m on m.mention_id = f.figure_id
left join claims c on c.claim_id = m.claim_id;
comment on view figures_told is 'One row a figure with who asserts it, its article, outlet, claim and sentence.';
comment on column figures_told.figure_id is 'The figure (figures.figure_id).';
comment on column figures_told.article_id is 'The article.';
comment on column figures_told.version is 'Its version.';
comment on column figures_told.is_latest is 'Whether it is the version that counts.';
comment on column figures_told.title is 'Headline of the article.';
comment on column figures_told.outlet is 'Name of its publisher.';
comment on column figures_told.published_at is 'When it was published.';
comment on column figures_told.surface is 'As printed, without the hedge.';
comment on column figures_told.hedge is 'The word that makes it approximate ("nearly"), if any.';
comment on column figures_told.approximator is '= ~ < <= > >=.';
comment on column figures_told.low is 'Value, or lower end of a range.';
comment on column figures_told.high is 'Value, or upper end of a range.';
comment on column figures_told.unit is 'Long singular ("dollar"); null for a bare count.';
comment on column figures_told.counted is 'The noun counted, with its modifiers.';
comment on column figures_told.predicate is 'What is said of it ("killed").';
comment on column figures_told.modality is 'done, planned, possible, denied.';
comment on column figures_told.as_of is 'The words that say when it holds; null for none.';
comment on column figures_told.place is 'The nearest name of a place in its sentence; null for none.';
comment on column figures_told.qualifiers is 'Words that say which of the kind are counted.';
comment on column figures_told.asserted_by is 'Who asserts it; null where the article does not say.';
comment on column figures_told.asserted_by_kind is 'person, organisation, outlet, …';
comment on column figures_told.sentence is 'The sentence it stands in.';
comment on column figures_told.claim_id is 'The claim it is a mention of; null where it stands alone.';
comment on column figures_told.claim is 'Label of that claim.';
comment on column figures_told.start_char is 'First character of the number, counted from 0.';
comment on column figures_told.end_char is 'One past its magnitude word.';
