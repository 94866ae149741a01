-- One row a quote (a piece of an utterance) with its article, outlet, speaker, claim and rule in words.
create or replace view quotes_told as
with claimed as (select mention_id, min(claim_id) as claim_id from claim_mentions where mention_kind = 'quote' group by mention_id),
told_there as (
    select r.article_id, r.version, r.source_id as own_speaker_id, coalesce(n.into_id, r.source_id) as speaker_id, min(r.affiliation) as affiliation
    from source_readings r
    left join source_aliases n on n.source_id = r.source_id
    where r.affiliation is not null
    group by all)
select q.quote_id, q.utterance_id, q.article_id, q.version, a.is_latest, a.title, a.outlet, a.published_at,
       q.text, q.kind, s.name as speaker, s.kind as speaker_kind, if(without_the(h.affiliation) = without_the(s.name), null, h.affiliation) as speaker_affiliation,
       substr(t.text, q.speaker_start + 1, q.speaker_end - q.speaker_start) as speaker_words,
       q.cue, q.cue_strength, q.anonymity, q.rule, r.meaning as rule_meaning, r.example as rule_example,
       m.claim_id, c.label as claim, q.start_char, q.end_char
from quotes q
join articles_told a using (article_id, version)
join articles t using (article_id, version)
left join sources s on s.source_id = q.speaker_id
left join told_there h on h.article_id = q.article_id and h.version = q.version and h.own_speaker_id = q.own_speaker_id and h.speaker_id = q.speaker_id
left join rules r on r.room = 'quotes' and r.rule_id = q.rule
left join claimed m on m.mention_id = q.quote_id
left join claims c on c.claim_id = m.claim_id;
comment on view quotes_told is 'One row a quote with its article, outlet, speaker, claim and the rule that attributed it, in words.';
comment on column quotes_told.quote_id is 'The quote (quotes.quote_id).';
comment on column quotes_told.utterance_id is 'The utterance it is a piece of.';
comment on column quotes_told.article_id is 'The article.';
comment on column quotes_told.version is 'Its version.';
comment on column quotes_told.is_latest is 'Whether it is the version that counts.';
comment on column quotes_told.title is 'Headline of the article.';
comment on column quotes_told.outlet is 'Name of its publisher.';
comment on column quotes_told.published_at is 'When it was published.';
comment on column quotes_told.text is 'The words.';
comment on column quotes_told.kind is 'direct, mixed, indirect.';
comment on column quotes_told.speaker is 'Who said them; null where nobody is named.';
comment on column quotes_told.speaker_kind is 'person, organisation, anonymous, …';
comment on column quotes_told.speaker_affiliation is 'The state, body or firm the speaker speaks for, where the article itself says so: offices change.';
comment on column quotes_told.speaker_words is 'What the article calls the speaker there ("the mayor", "she").';
comment on column quotes_told.cue is 'The reporting words.';
comment on column quotes_told.cue_strength is '0 doubts, 1 says, 2 adds weight, 3 presupposes.';
comment on column quotes_told.anonymity is 'G0 to G5; null for carriers and where no speaker is named.';
comment on column quotes_told.rule is 'Id of the rule that attributed it.';
comment on column quotes_told.rule_meaning is 'What that rule reads.';
comment on column quotes_told.rule_example is 'An invented text in which it fires.';
comment on column quotes_told.claim_id is 'The claim it is a mention of; null where it stands alone.';
comment on column quotes_told.claim is 'Label of that claim.';
comment on column quotes_told.start_char is 'First character, counted from 0.';
comment on column quotes_told.end_char is 'One past the last character.';
