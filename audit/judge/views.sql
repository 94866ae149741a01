-- Views over the tables of mentions, claims and origins. Every number of `measures` is a count of rows of its evidence view.

create or replace macro named(kind) as kind not in ('anonymous', 'vague', 'unseen');
-- "estimates", "federal officials": several without a name; no "analysis", no "census"
create or replace macro are_several(name) as regexp_full_match(name, '(\p{Ll}+[ -])?\p{Ll}*[a-hj-rtv-z]s');
create or replace macro letters(words) as regexp_replace(lower(words), '[^\p{L}\p{N} ]', '', 'g');
create or replace macro carries(kind) as kind in ('outlet', 'agency', 'platform', 'aggregator', 'account');

create or replace view mentions as
select 'quote' as mention_kind, quote_id as mention_id, article_id, version, start_char, end_char, speaker_id as source_id from quotes
union all select 'figure', figure_id, article_id, version, start_char, end_char, source_id from figures
union all select 'passage', passage_id, article_id, version, start_char, end_char, null from passages
union all select 'credit', credit_id, article_id, version, start_char, end_char, source_id from credits;
comment on view mentions is 'One row a quote, figure, passage or credit: where it stands and who is named for it.';
comment on column mentions.mention_kind is 'quote, figure, passage, credit.';
comment on column mentions.mention_id is 'quote_id, figure_id, passage_id or credit_id.';
comment on column mentions.article_id is 'The article.';
comment on column mentions.version is 'Its version.';
comment on column mentions.start_char is 'First character, counted from 0.';
comment on column mentions.end_char is 'One past the last character.';
comment on column mentions.source_id is 'Who is named for it; null where nobody is.';

create or replace view claim_bounds as
select o.claim_id, greatest(1, count(distinct h.house) filter (o.node_kind = 'source' and c.kind in ('figure', 'assertion'))) as low,
       count(distinct (o.node_kind, o.node_id)) as high
from origins o
join claims c using (claim_id)
left join source_houses h on h.source_id = o.node_id
group by o.claim_id;
comment on view claim_bounds is 'One row a claim: its origins, at least and at most. The same words are somebody''s: low is 1 for them. Else low makes one of each affiliation, and what is unknown (unnamed, a document, an outlet or article that does not say whence) may be any of the others; high keeps every node apart.';
comment on column claim_bounds.claim_id is 'The claim.';
comment on column claim_bounds.low is 'How many origins it has at least.';
comment on column claim_bounds.high is 'How many at most.';

create or replace view claims_told as
select c.claim_id, c.kind, c.label, m.articles, m.mentions, b.low, b.high, coalesce(e.edges, 0) as edges, coalesce(f.findings, 0) as findings
from claims c
join (select claim_id, count(distinct article_id) as articles, count(*) as mentions from claim_mentions group by claim_id) m using (claim_id)
left join claim_bounds b using (claim_id)
left join (select claim_id, count(*) as edges from edges where status <> 'rejected' group by claim_id) e using (claim_id)
left join (select claim_id, count(*) as findings from findings group by claim_id) f using (claim_id);
comment on view claims_told is 'One row a claim: "articles articles, low to high origins".';
comment on column claims_told.claim_id is 'The claim.';
comment on column claims_told.kind is 'utterance, assertion, figure, passage.';
comment on column claims_told.label is 'The words of one mention, shortened.';
comment on column claims_told.articles is 'How many articles carry it.';
comment on column claims_told.mentions is 'How many mentions it has.';
comment on column claims_told.low is 'How many origins at least; null where none is known.';
comment on column claims_told.high is 'How many at most.';
comment on column claims_told.edges is 'How many edges it has that nobody rejected.';
comment on column claims_told.findings is 'How many findings are about it.';

create or replace view sources_used as
select s.source_id, s.name, s.kind, s.affiliation, s.in_corpus,
       count(distinct u.article_id) as articles,
       count(*) filter (u.what = 'quote') as quotes,
       count(*) filter (u.what = 'credit') as credits
from sources s
left join (select speaker_id as source_id, article_id, 'quote' as what from quotes
           union all select source_id, article_id, 'credit' from credits) u using (source_id)
group by all;
comment on view sources_used is 'One row a source: in how many articles it is quoted or credited.';
comment on column sources_used.source_id is 'The source.';
comment on column sources_used.name is 'Its name.';
comment on column sources_used.kind is 'person, organisation, outlet, …';
comment on column sources_used.affiliation is 'The state, body or firm it speaks for, where a text says so.';
comment on column sources_used.in_corpus is 'Whether an article published by it is held.';
comment on column sources_used.articles is 'In how many articles it is quoted or credited.';
comment on column sources_used.quotes is 'How many quoted pieces are its words.';
comment on column sources_used.credits is 'How many credits name it.';

create or replace view missing_sources as
select s.source_id, s.name, s.kind, count(distinct e.claim_id) as claims, count(distinct e.child_article_id) as articles
from edges e
join sources s on s.source_id = e.parent_source_id
where e.status <> 'rejected' and not s.in_corpus
group by all;
comment on view missing_sources is 'One row a source that articles depend on and of which nothing is held: what is wanted, by articles that hang on it.';
comment on column missing_sources.source_id is 'The source.';
comment on column missing_sources.name is 'Its name.';
comment on column missing_sources.kind is 'person, organisation, outlet, …';
comment on column missing_sources.claims is 'How many claims hang on it.';
comment on column missing_sources.articles is 'How many articles depend on it.';

create or replace view attributions as
with chains as (
    select article_id, version, chain_id, min(start_char) as start_char, max(end_char) as end_char, min(scope_start) as scope_start,
           max(scope_end) as scope_end, min_by(source_id, hop) as nearest_id, max_by(source_id, hop) as furthest_id
    from credits where relation <> 'contributed_by' and rule <> 'occasion' group by article_id, version, chain_id),
utterances as (
    select article_id, version, utterance_id, min(start_char) as start_char, max(end_char) as end_char, any_value(speaker_id) as speaker_id,
           any_value(anonymity) as anonymity
    from quotes group by article_id, version, utterance_id),
told as (
    select u.article_id, u.version, u.start_char, u.end_char, coalesce(min(c.nearest_id), any_value(u.speaker_id)) as nearest_id,
           coalesce(any_value(u.speaker_id), min(c.furthest_id)) as furthest_id
    from utterances u
    left join chains c on c.article_id = u.article_id and c.version = u.version
                      and c.scope_start <= u.start_char and u.end_char <= c.scope_end
    group by u.article_id, u.version, u.start_char, u.end_char, u.utterance_id),
others as (
    select c.article_id, c.version, c.start_char, c.end_char, c.nearest_id, c.furthest_id
    from chains c
    where not exists (select 1 from utterances u where u.article_id = c.article_id and u.version = c.version
                      and c.scope_start <= u.start_char and u.end_char <= c.scope_end))
select t.article_id, t.version, t.start_char, t.end_char, t.nearest_id, n.kind as nearest_kind, t.furthest_id, f.kind as furthest_kind
from (from told union all from others) t
left join sources n on n.source_id = t.nearest_id
left join sources f on f.source_id = t.furthest_id
where t.furthest_id is not null;
comment on view attributions is 'One row an attribution: an utterance with a speaker, or a credit that covers none; nearest is through whom it came, furthest who is named last.';
comment on column attributions.article_id is 'The article.';
comment on column attributions.version is 'Its version.';
comment on column attributions.start_char is 'First character of the utterance or of the crediting words, counted from 0.';
comment on column attributions.end_char is 'One past the last character.';
comment on column attributions.nearest_id is 'Through whom it came: the source nearest to the article.';
comment on column attributions.nearest_kind is 'Its kind.';
comment on column attributions.furthest_id is 'Who is named last.';
comment on column attributions.furthest_kind is 'Its kind.';

create or replace macro place(article, first, last) as {article_id: article, start: first, "end": last};

create or replace macro meets(one, other) as one.article_id = other.article_id and one.start < other."end" and other.start < one."end";

create or replace view match_places as
select m.*, list_transform(json_extract_string(m.detail, '$.relations[*]'), lambda r: r) as relations,
       json_extract_string(m.detail, '$.why') as why, json_extract_string(m.detail, '$.a_id') as a_id,
       json_extract_string(m.detail, '$.b_id') as b_id, c.claim_id,
       [place(m.a_article_id, m.a_start, m.a_end), place(m.b_article_id, m.b_start, m.b_end)] as evidence
from matches m
left join (select mention_id, min(claim_id) as claim_id from claim_mentions group by mention_id) c
       on c.mention_id = json_extract_string(m.detail, '$.a_id');
comment on view match_places is 'One row a match, with its claim, relations and places unpacked.';
comment on column match_places.match_id is 'The match.';
comment on column match_places.kind is 'quote, figure, passage.';
comment on column match_places.relation is 'How b relates to a.';
comment on column match_places.a_article_id is 'Article of the first mention.';
comment on column match_places.a_start is 'Its first character, counted from 0.';
comment on column match_places.a_end is 'One past its last.';
comment on column match_places.b_article_id is 'Article of the second mention.';
comment on column match_places.b_start is 'Its first character, counted from 0.';
comment on column match_places.b_end is 'One past its last.';
comment on column match_places.similarity is 'How the pair was found, 0 to 1: never fidelity.';
comment on column match_places.detail is 'JSON: relations, slot, why, and the ids of the two mentions.';
comment on column match_places.relations is 'All relations of the pair, most serious first.';
comment on column match_places.why is 'The reason in words, where the comparison gives one.';
comment on column match_places.a_id is 'The first mention.';
comment on column match_places.b_id is 'The second mention.';
comment on column match_places.claim_id is 'The claim of the first mention; null where it has none.';
comment on column match_places.evidence is 'The two places: article_id, start, end.';

create or replace view figures_resting as
with arrows as (
    select child_article_id as child, parent_article_id as parent,
           from_json(evidence, '[{"article_id":"VARCHAR","start":"INTEGER","end":"INTEGER"}]') as places
    from edges where status <> 'rejected' and basis <> 'inferred' and parent_article_id is not null),
resting as (
    select m.match_id, 'b' as child, m.b_id as child_id, m.a_id as parent_id
    from match_places m
    join arrows e on e.child = m.b_article_id and e.parent = m.a_article_id
    where m.kind = 'figure' and meets(e.places[2], m.evidence[2]) and (len(e.places) < 3 or meets(e.places[3], m.evidence[1]))
    union all
    select m.match_id, 'a', m.a_id, m.b_id
    from match_places m
    join arrows e on e.child = m.a_article_id and e.parent = m.b_article_id
    where m.kind = 'figure' and meets(e.places[2], m.evidence[1]) and (len(e.places) < 3 or meets(e.places[3], m.evidence[2])))
select match_id, any_value(child) as child, any_value(child_id) as child_id, any_value(parent_id) as parent_id
from resting group by match_id having count(distinct child) = 1;
comment on view figures_resting is 'One row a match of two figures of which one text states that it has its own from the other: a credited sentence holds it, the words of the other text that carry it hold the other.';
comment on column figures_resting.match_id is 'The match.';
comment on column figures_resting.child is 'a or b: which of the two rests on the other.';
comment on column figures_resting.child_id is 'The figure that rests.';
comment on column figures_resting.parent_id is 'The one it rests on.';

create or replace view figures_on_way as
with recursive ways as (
    select child_id as figure_id, parent_id as from_id from figures_resting
    union select w.figure_id, r.parent_id from ways w join figures_resting r on r.child_id = w.from_id)
select figure_id, from_id from ways
union select parent_id, parent_id from figures_resting
union select child_id, child_id from figures_resting;
comment on view figures_on_way is 'One row a figure and each one that it rests on along credits, itself included, where any text says so.';
comment on column figures_on_way.figure_id is 'The figure.';
comment on column figures_on_way.from_id is 'One that it rests on, or itself.';

create or replace view figure_turns as
with times as (
    select article_id, coalesce(published_at, published_from) as earliest,
           if(published_precision = 'time', published_at, published_at + interval 1 day) as latest
    from articles where is_latest),
arrows as (
    select distinct claim_id, child_article_id as child, parent_article_id as parent
    from edges where status <> 'rejected' and parent_article_id is not null),
told as (
    select m.* exclude (evidence), m.evidence as given, json_extract_string(m.detail, '$.slot') as slot, r.child as rests,
           down.child is not null or up.child is not null or r.child is not null as joined,
           case when r.child = 'b' then 'kept'
                when r.child = 'a' then 'turned'
                when m.a_article_id = m.b_article_id then 'kept'
                when a.latest <= b.earliest and a.earliest <> b.earliest then 'kept'
                when b.latest <= a.earliest and a.earliest <> b.earliest then 'turned'
                when down.child is not null and up.child is null then 'kept'
                when up.child is not null and down.child is null then 'turned'
                else 'unknown' end as turn
    from match_places m
    join times a on a.article_id = m.a_article_id
    join times b on b.article_id = m.b_article_id
    left join arrows down on down.claim_id = m.claim_id and down.child = m.b_article_id and down.parent = m.a_article_id
    left join arrows up on up.claim_id = m.claim_id and up.child = m.a_article_id and up.parent = m.b_article_id
    left join figures_resting r using (match_id)
    where m.kind = 'figure')
select t.* exclude (given),
       case when turn = 'turned' and relation = 'hedge_added' then 'hedge_lost'
            when turn = 'turned' and relation = 'hedge_lost' then 'hedge_added'
            when turn = 'turned' and relation = 'updated' then 'conflict'
            when turn = 'turned' and relation = 'mutated' and slot = 'modality' then 'compatible'
            else relation end as in_time,
       if(turn = 'turned', [given[2], given[1]], given) as evidence,
       if(turn = 'turned', t.b_id, t.a_id) as first_id, if(turn = 'turned', t.a_id, t.b_id) as second_id
from told t;
comment on view figure_turns is 'One row a match of figures, its places in order of time: turn is kept, turned or unknown, by dates, else by an arrow of the claim; in_time is the relation seen that way, joined whether an arrow of the claim leads from one to the other.';
comment on column figure_turns.match_id is 'The match.';
comment on column figure_turns.kind is 'figure.';
comment on column figure_turns.relation is 'How b relates to a.';
comment on column figure_turns.a_article_id is 'Article of the first mention.';
comment on column figure_turns.a_start is 'Its first character, counted from 0.';
comment on column figure_turns.a_end is 'One past its last.';
comment on column figure_turns.b_article_id is 'Article of the second mention.';
comment on column figure_turns.b_start is 'Its first character, counted from 0.';
comment on column figure_turns.b_end is 'One past its last.';
comment on column figure_turns.similarity is 'How the pair was found, 0 to 1: never fidelity.';
comment on column figure_turns.detail is 'JSON: relations, slot, why, and the ids of the two mentions.';
comment on column figure_turns.relations is 'All relations of the pair, most serious first.';
comment on column figure_turns.why is 'The reason in words.';
comment on column figure_turns.a_id is 'The first mention.';
comment on column figure_turns.b_id is 'The second mention.';
comment on column figure_turns.claim_id is 'The claim of the first mention; null where it has none.';
comment on column figure_turns.rests is 'a or b: which text states that it has its figure from the other; null where neither does.';
comment on column figure_turns.slot is 'The part of the figures that differs: value, unit, counted, …';
comment on column figure_turns.turn is 'kept, turned or unknown: whether a comes before b in time.';
comment on column figure_turns.in_time is 'The relation seen from the earlier to the later.';
comment on column figure_turns.evidence is 'The two places, the earlier first where that is known.';
comment on column figure_turns.first_id is 'The earlier mention.';
comment on column figure_turns.second_id is 'The later mention.';
comment on column figure_turns.joined is 'Whether an arrow of the claim leads from one article to the other.';

create or replace view claim_ends as
select c.claim_id, c.kind, c.label, t.articles, t.low, t.high,
       string_agg(distinct coalesce(s.name, as_printed(w.name, p.name), a.title, 'an article without a title'), ', '
                  order by coalesce(s.name, as_printed(w.name, p.name), a.title, 'an article without a title')) as origins,
       bool_and(o.node_kind = 'source') as all_sources,
       bool_and(coalesce(not named(s.kind), false)) as all_unnamed,
       bool_and(coalesce(s.kind = 'vague', false)) as all_vague,
       bool_or(coalesce(not s.in_corpus and (carries(s.kind) or s.kind in ('document', 'dataset')), false)) as any_missing,
       bool_and(coalesce(not s.in_corpus and (carries(s.kind) or s.kind in ('document', 'dataset')), false)) as all_missing
from claims c
join claims_told t using (claim_id)
join origins o using (claim_id)
left join sources s on o.node_kind = 'source' and s.source_id = o.node_id
left join articles a on o.node_kind = 'article' and a.article_id = o.node_id and a.is_latest
left join sources p on p.source_id = a.publisher_id
left join sources w on w.source_id = a.originator_id
group by c.claim_id, c.kind, c.label, t.articles, t.low, t.high;
comment on view claim_ends is 'One row a claim with the names of its origins and what they have in common.';
comment on column claim_ends.claim_id is 'The claim.';
comment on column claim_ends.kind is 'utterance, assertion, figure, passage.';
comment on column claim_ends.label is 'The words of one mention, shortened.';
comment on column claim_ends.articles is 'How many articles carry it.';
comment on column claim_ends.low is 'How many origins at least.';
comment on column claim_ends.high is 'How many at most.';
comment on column claim_ends.origins is 'Names of its origins, ", " between them.';
comment on column claim_ends.all_sources is 'Whether every origin is a source that is not held.';
comment on column claim_ends.all_unnamed is 'Whether nobody is named at any end.';
comment on column claim_ends.all_vague is 'Whether every end is vague.';
comment on column claim_ends.any_missing is 'Whether an end is an outlet or document that is not held.';
comment on column claim_ends.all_missing is 'Whether every end is.';

create or replace view text_owners as
with prints as (
    select a_article_id as article_id, b_article_id as of_id, a_end - a_start as size from matches where kind = 'passage'
    union all select b_article_id, a_article_id, b_end - b_start from matches where kind = 'passage')
select a.article_id, coalesce(a.originator_id, min(o.originator_id), a.publisher_id, a.article_id) as owner_id
from articles a
left join prints p on p.article_id = a.article_id and p.size >= greatest(150, length(a.text) / 2)
left join articles o on o.article_id = p.of_id and o.is_latest
where a.is_latest
group by a.article_id, a.originator_id, a.publisher_id;
comment on view text_owners is 'One row a latest article and whose text it is: the agency''s whose text it is or mostly prints, else its house''s, else its own.';
comment on column text_owners.article_id is 'The article.';
comment on column text_owners.owner_id is 'The agency or the publisher; the article itself where neither is known.';

create or replace view claim_places as
select m.claim_id, list(place(m.article_id, p.start_char, p.end_char) order by a.published_at nulls last, m.article_id, p.start_char, p.end_char) as evidence
from claim_mentions m
join mentions p on p.mention_id = m.mention_id and p.article_id = m.article_id and p.version = m.version
join articles a on a.article_id = m.article_id and a.version = m.version
group by m.claim_id;
comment on view claim_places is 'One row a claim: all its places, earliest article first.';

create or replace view unnamed_ends as
with credited as materialized (
    select o.claim_id, c.article_id, c.version, c.chain_id, a.publisher_id, place(c.article_id, c.start_char, c.end_char) as cue
    from origins o
    join sources s on o.node_kind = 'source' and s.source_id = o.node_id and not named(s.kind)
    join credits c on c.source_id = s.source_id
    join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
    join claim_mentions m on m.claim_id = o.claim_id and m.article_id = c.article_id and m.version = c.version
    join mentions p on p.mention_id = m.mention_id and p.article_id = m.article_id and p.version = m.version
    where p.start_char < greatest(c.scope_end, c.end_char) and least(c.scope_start, c.start_char) < p.end_char),
through as (
    select d.claim_id, v.name
    from credited d
    join credits w on w.article_id = d.article_id and w.version = d.version and w.chain_id = d.chain_id
    join sources v on v.source_id = w.source_id and carries(v.kind) and v.source_id is distinct from d.publisher_id)
select e.claim_id, (select list(s.name order by s.name) from origins o join sources s on o.node_kind = 'source' and s.source_id = o.node_id
                    where o.claim_id = e.claim_id) as names,
       (select list(distinct d.cue order by d.cue) from credited d where d.claim_id = e.claim_id) as cues,
       (select string_agg(distinct t.name, ', ' order by t.name) from through t where t.claim_id = e.claim_id) as outlets
from claim_ends e
where e.all_unnamed;
comment on view unnamed_ends is 'One row a claim at whose ends nobody is named, with the words that credit them and the outlets to which they told it.';
comment on column unnamed_ends.claim_id is 'The claim.';
comment on column unnamed_ends.names is 'What its ends are called.';
comment on column unnamed_ends.cues is 'The places that credit them.';
comment on column unnamed_ends.outlets is 'Names of the outlets in the same credits, but for the publisher, ", " between them; null where there is none.';

create or replace view attribution_grades as
select t.*, case when carries(t.furthest_kind) then null
                 when q.anonymity is not null then q.anonymity
                 when t.furthest_kind in ('person', 'document', 'dataset') then 'G0'
                 when t.furthest_kind = 'organisation' then 'G1'
                 when t.furthest_kind = 'anonymous' then 'G3'
                 when t.furthest_kind = 'vague' then 'G4' end as grade
from attributions t
left join (select article_id, version, start_char, speaker_id, any_value(anonymity) as anonymity from quotes group by all) q
       on q.article_id = t.article_id and q.version = t.version and q.start_char = t.start_char and q.speaker_id = t.furthest_id;
comment on view attribution_grades is 'One row an attribution with how far its furthest stated source is named (G0 to G5); null where the path ends at an outlet.';

create or replace view joined_matches as
with arrows as (
    select distinct child_article_id, parent_article_id from edges
    where parent_article_id is not null and status <> 'rejected' and (basis <> 'inferred' or status = 'accepted'))
select m.match_id, m.kind, m.relation, e.child_article_id, a.version, m.b_start as child_start, m.b_end as child_end, m.b_id as child_id,
       e.parent_article_id, m.a_start as parent_start, m.a_end as parent_end, m.a_id as parent_id
from match_places m
join arrows e on e.child_article_id = m.b_article_id and e.parent_article_id = m.a_article_id
join articles a on a.article_id = e.child_article_id and a.is_latest
union all
select m.match_id, m.kind, m.relation, e.child_article_id, a.version, m.a_start, m.a_end, m.a_id,
       e.parent_article_id, m.b_start, m.b_end, m.b_id
from match_places m
join arrows e on e.child_article_id = m.a_article_id and e.parent_article_id = m.b_article_id
join articles a on a.article_id = e.child_article_id and a.is_latest;
comment on view joined_matches is 'One row a match between an article and one it depends on by a stated, linked or accepted arrow: the child''s place and the parent''s.';
comment on column attribution_grades.grade is 'G0 a named person or document, G1 a named body, G2 to G4 less and less known, G5 nobody; null for outlets.';
comment on column joined_matches.match_id is 'The match.';
comment on column joined_matches.kind is 'quote, figure or passage.';
comment on column joined_matches.relation is 'As in matches.relation.';
comment on column joined_matches.child_article_id is 'The article that depends.';
comment on column joined_matches.version is 'Its version.';
comment on column joined_matches.child_start is 'First character of its mention, counted from 0.';
comment on column joined_matches.child_end is 'One past the last character.';
comment on column joined_matches.child_id is 'The mention.';
comment on column joined_matches.parent_article_id is 'The article it depends on.';
comment on column joined_matches.parent_start is 'First character of the mention there, counted from 0.';
comment on column joined_matches.parent_end is 'One past the last character.';
comment on column joined_matches.parent_id is 'The mention.';
comment on column attribution_grades.article_id is 'The article.';
comment on column attribution_grades.version is 'Its version.';
comment on column attribution_grades.start_char is 'First character of the utterance or of the crediting words, counted from 0.';
comment on column attribution_grades.end_char is 'One past the last character.';
comment on column attribution_grades.nearest_id is 'Through whom it came: the source nearest to the article.';
comment on column attribution_grades.nearest_kind is 'Its kind.';
comment on column attribution_grades.furthest_id is 'Who is named last.';
comment on column attribution_grades.furthest_kind is 'Its kind.';
comment on column claim_places.claim_id is 'The claim.';
comment on column claim_places.evidence is 'Its places: article_id, start, end.';
