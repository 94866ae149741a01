-- The tables of the warehouse. Every id is a content hash; every table and column carries a comment.

create table if not exists meta (key varchar primary key, value varchar);
comment on table meta is 'One row a fact about this file itself.';
comment on column meta.key is 'schema_version and layout: which layout this file has; names_read: the held publishers that texts were read with; places: whether places were noted from its beginning.';
comment on column meta.value is 'Its value.';

create table if not exists fingerprints (stage varchar primary key, fingerprint varchar);
comment on table fingerprints is 'One row a stage of a run: the hash of the code and rules that made its rows; where it differs, the stage and all behind it run again.';
comment on column fingerprints.stage is 'ingest, extract, trace (with matching), cite, judge, report.';
comment on column fingerprints.fingerprint is 'Hash of what the stage and those before it read, with the user''s outlets and the parser.';

create table if not exists runs (
    run_id varchar, started_at timestamp, finished_at timestamp, status varchar,
    code_version varchar, config_hash varchar, counts json);
comment on table runs is 'One row a run.';
comment on column runs.run_id is 'Id of the run.';
comment on column runs.started_at is 'When it began, UTC.';
comment on column runs.finished_at is 'When its rows were published, UTC.';
comment on column runs.status is 'done, or unchanged where the input held nothing new.';
comment on column runs.code_version is 'Version of Secondhand.';
comment on column runs.config_hash is 'Hash of code and rules: two runs with one hash over one input agree.';
comment on column runs.counts is 'How many captures, articles, mentions, matches, findings, problems there are after the run.';

create table if not exists run_changes (run_id varchar, kind varchar, subject_kind varchar, subject_id varchar, detail varchar);
comment on table run_changes is 'One row a thing that a run changed, against the warehouse as the run before left it; the first run of a warehouse changes nothing.';
comment on column run_changes.run_id is 'The run.';
comment on column run_changes.kind is 'article_new, article_edited, article_gone, figure_changed, claim_new, claim_gone, origin_found, origin_lost, finding_new, finding_gone.';
comment on column run_changes.subject_kind is 'article, claim or finding.';
comment on column run_changes.subject_id is 'Its id.';
comment on column run_changes.detail is 'What it is, or what stood there → what stands there now; of origins "low to high".';

create table if not exists captures (
    capture_id varchar, path varchar, media_type varchar, sha256 varchar, bytes bigint,
    captured_at timestamp, url varchar, parent_capture_id varchar);
comment on table captures is 'One row a raw input as received; the same bytes twice are one row.';
comment on column captures.capture_id is 'Hash of the bytes, and of the sidecar if there is one.';
comment on column captures.path is 'Where it was first read: below the folder of the warehouse, or absolute; for what lay in another capture, with its number (#3) or name (!a.html).';
comment on column captures.media_type is 'Format as its bytes, else its ending, tell: text/plain, text/html, application/jsonl, text/csv, application/xml, message/rfc822, application/rtf, application/zip, application/warc.';
comment on column captures.sha256 is 'SHA-256 of the bytes as received.';
comment on column captures.bytes is 'Size in bytes.';
comment on column captures.captured_at is 'When the file was last modified, UTC; for a record of a web archive, when it was fetched.';
comment on column captures.url is 'Where it came from, if a sidecar or the page says so.';
comment on column captures.parent_capture_id is 'The capture it lay in, for members of archives, mailboxes and web archives.';

create table if not exists problems (
    stage varchar, path varchar, capture_id varchar, article_id varchar, error varchar, first_run_id varchar);
comment on table problems is 'One row an input that could not be used, with the reason; the run goes on. Tried again in each run; gone when mended.';
comment on column problems.stage is 'The step that met it: ingest, extract, match, review.';
comment on column problems.path is 'The file, with the line where it has lines.';
comment on column problems.capture_id is 'The capture, where its bytes could be read.';
comment on column problems.article_id is 'The article, where there is one.';
comment on column problems.error is 'What is wrong, in a sentence.';
comment on column problems.first_run_id is 'The run that met it first.';

create table if not exists articles (
    article_id varchar, version integer, is_latest boolean, capture_id varchar, external_id varchar, url varchar,
    publisher_id varchar, originator_id varchar, title varchar, byline varchar, published_at timestamp,
    published_precision varchar, published_from timestamp, published_to timestamp, year_basis varchar,
    modified_at timestamp, language varchar, genre varchar, text varchar, text_sha256 varchar, own_publisher_id varchar,
    own_originator_id varchar, gone_at timestamp);
comment on table articles is 'One row a version of an article: a normalised text and what is known of it.';
comment on column articles.article_id is 'Identity over versions: hash of the external id, the URL, publisher with title and day, or the path.';
comment on column articles.version is '1, 2, …: the same article with another text.';
comment on column articles.is_latest is 'Whether it is the version that counts: of those that lie in the input, the one seen last.';
comment on column articles.capture_id is 'The capture its text was read from.';
comment on column articles.external_id is 'The id that a JSONL line brought along.';
comment on column articles.url is 'Canonical URL, if known.';
comment on column articles.publisher_id is 'The source that published it (sources.source_id); null where the text does not say.';
comment on column articles.originator_id is 'The agency it was taken from whole, where a dateline or metadata says so.';
comment on column articles.title is 'Headline; null where the capture holds none.';
comment on column articles.byline is 'Names only, ", " between them.';
comment on column articles.published_at is 'Wall time as printed; midnight where only the day is known.';
comment on column articles.published_precision is 'time, day, or null where published_at is null.';
comment on column articles.published_from is 'Not published before this, by the text''s own evidence.';
comment on column articles.published_to is 'Not published after this (the file''s own time at the latest).';
comment on column articles.year_basis is 'stated, inferred or unknown: where the year of the date comes from.';
comment on column articles.modified_at is 'Last change as the page declares it.';
comment on column articles.language is 'Language code, "en".';
comment on column articles.genre is 'news, opinion, satire, …, unknown: by stated evidence only.';
comment on column articles.text is 'The normalised text: every span counts in its code points.';
comment on column articles.text_sha256 is 'SHA-256 of the letters of the text, so that a change of layout is no new version.';
comment on column articles.own_publisher_id is 'The publisher by the page''s own words, before names are compared.';
comment on column articles.own_originator_id is 'The originator by the page''s own words.';
comment on column articles.gone_at is 'When a run first missed the article, UTC: no version of it lies in the input any more, and none counts; null while one does.';

create table if not exists places (path varchar, capture_id varchar);
comment on table places is 'One row a file of the input, as the last run that looked there found it.';
comment on column places.path is 'Below the folder of the warehouse, or absolute.';
comment on column places.capture_id is 'The capture of the bytes that lie there.';

create table if not exists members (capture_id varchar, member_id varchar);
comment on table members is 'One row a capture that lay in another.';
comment on column members.capture_id is 'The archive, mailbox or other container.';
comment on column members.member_id is 'The capture in it (captures.capture_id).';

create table if not exists appearances (capture_id varchar, article_id varchar, version integer, seen_no bigint);
comment on table appearances is 'One row a version of an article that was found in a capture: articles.capture_id names the first alone.';
comment on column appearances.capture_id is 'The capture.';
comment on column appearances.article_id is 'The article.';
comment on column appearances.version is 'Its version.';
comment on column appearances.seen_no is 'Its place in the order of all that was seen.';

create table if not exists forgotten (hash varchar, forgotten_at timestamp);
comment on table forgotten is 'One row a mark of what was forgotten because somebody asked for it: it is not read again, wherever it lies.';
comment on column forgotten.hash is 'SHA-256 of the bytes, or of the letters of a text; behind "unkept", of a file that holds such a text and is read without it.';
comment on column forgotten.forgotten_at is 'Since when this warehouse knows it, UTC.';

create table if not exists blocks (
    article_id varchar, version integer, block_no integer, role varchar, start_char integer, end_char integer,
    raw_start integer, raw_end integer);
comment on table blocks is 'One row a stretch of an article with a role; mentions come from title, deck, paragraph, quote, list, heading, embed.';
comment on column blocks.article_id is 'The article.';
comment on column blocks.version is 'Its version.';
comment on column blocks.block_no is '0, 1, … in the order of the text.';
comment on column blocks.role is 'title, deck, byline, paragraph, quote, list, heading, caption, embed, aside, bio, boilerplate, references, correction.';
comment on column blocks.start_char is 'First character, counted from 0.';
comment on column blocks.end_char is 'One past the last character.';
comment on column blocks.raw_start is 'Where it begins in the decoded capture; null where that could not be told.';
comment on column blocks.raw_end is 'Where it ends there.';

create table if not exists sentences (
    article_id varchar, version integer, sentence_no integer, block_no integer, start_char integer, end_char integer);
comment on table sentences is 'One row a sentence of a block that mentions come from.';
comment on column sentences.article_id is 'The article.';
comment on column sentences.version is 'Its version.';
comment on column sentences.sentence_no is '0, 1, … in the order of the text.';
comment on column sentences.block_no is 'The block it stands in (blocks.block_no).';
comment on column sentences.start_char is 'First character, counted from 0.';
comment on column sentences.end_char is 'One past the last character.';

create table if not exists version_changes (
    article_id varchar, from_version integer, to_version integer, change_no integer, before_start integer,
    before_end integer, words_before varchar, after_start integer, after_end integer, words_after varchar);
comment on table version_changes is 'One row a run of words that a later version of an article has otherwise than the one before it.';
comment on column version_changes.article_id is 'The article.';
comment on column version_changes.from_version is 'The earlier version.';
comment on column version_changes.to_version is 'The later version.';
comment on column version_changes.change_no is '0, 1, … in the order of the text.';
comment on column version_changes.before_start is 'First character in the earlier version, counted from 0.';
comment on column version_changes.before_end is 'One past the last there.';
comment on column version_changes.words_before is 'What stood there; empty where words were added.';
comment on column version_changes.after_start is 'First character in the later version, counted from 0.';
comment on column version_changes.after_end is 'One past the last there.';
comment on column version_changes.words_after is 'What stands there now; empty where words were left out.';

create table if not exists sources (
    source_id varchar, name varchar, kind varchar, affiliation varchar, owner varchar, in_corpus boolean,
    wikidata varchar, poster_id varchar);
comment on table sources is 'One row a publisher, anyone credited, or a person named in full.';
comment on column sources.source_id is 'Hash of kind and name; of unnamed sources and of bodies and documents that are only described ("the police", "a report") also of the article.';
comment on column sources.name is 'The full name that most articles print, or the one that a list of the user''s gives.';
comment on column sources.kind is 'person, organisation, outlet, agency, platform, aggregator, account, document, dataset, occasion, anonymous, vague, unseen.';
comment on column sources.affiliation is 'The state, body or firm it speaks for, where a text says so.';
comment on column sources.owner is 'Owner of an outlet, where the registry or the user''s own list knows.';
comment on column sources.in_corpus is 'Whether an article published by it is held.';
comment on column sources.wikidata is 'Its id in Wikidata, where people.csv gives one; never guessed.';
comment on column sources.poster_id is 'Of an account: the one person who signs its posts (a link; the two stay two).';

create table if not exists source_readings (
    article_id varchar, version integer, source_id varchar, kind varchar, name varchar, spelling varchar,
    affiliation varchar, part varchar);
comment on table source_readings is 'One row a being and spelling as one article''s own reading has it, before articles are compared.';
comment on column source_readings.article_id is 'The article.';
comment on column source_readings.version is 'Its version.';
comment on column source_readings.source_id is 'The being by its own name there (own_speaker_id, own_source_id); source_aliases tells who that is in the end.';
comment on column source_readings.kind is 'Its kind as read there.';
comment on column source_readings.name is 'Its fullest name there.';
comment on column source_readings.spelling is 'A spelling there.';
comment on column source_readings.affiliation is 'Whom it speaks for, where the article says so.';
comment on column source_readings.part is 'article (quoted, credited or named in full) or page (publisher, originator).';

create table if not exists source_aliases (
    source_id varchar, into_id varchar, why varchar, run_id varchar, name varchar, kind varchar);
comment on table source_aliases is 'One row a being that is another one in the end; found anew by every run, so that better knowledge undoes it.';
comment on column source_aliases.source_id is 'The being as an article''s own reading has it.';
comment on column source_aliases.into_id is 'Who it is (sources.source_id).';
comment on column source_aliases.why is 'registry, publisher, host, people.csv, kind (one name, read as two kinds), capitals (that shorten a body), spelling, surname.';
comment on column source_aliases.run_id is 'The run that found it first.';
comment on column source_aliases.name is 'Its name by its own reading.';
comment on column source_aliases.kind is 'Its kind by its own reading.';

create table if not exists source_names (source_id varchar, name varchar);
comment on table source_names is 'One row a spelling of a source, seen or known.';
comment on column source_names.source_id is 'The source.';
comment on column source_names.name is 'A spelling.';

create table if not exists links (
    article_id varchar, version integer, start_char integer, end_char integer, url varchar, target_url varchar,
    kind varchar, role varchar);
comment on table links is 'One row a hyperlink in the text of an article.';
comment on column links.article_id is 'The article.';
comment on column links.version is 'Its version.';
comment on column links.start_char is 'First character of the linked words, counted from 0.';
comment on column links.end_char is 'One past their last character.';
comment on column links.url is 'As printed, made absolute.';
comment on column links.target_url is 'Unwrapped and canonical.';
comment on column links.kind is 'own_site, outlet, primary, social, archive, other.';
comment on column links.role is 'Role of the block it stands in.';

create table if not exists statuses (article_id varchar, capture_id varchar, status varchar, seen_no bigint);
comment on table statuses is 'One row a status that an agency gives an item of its own in its metadata (ninjs, NewsML-G2, NITF), with its words or without.';
comment on column statuses.article_id is 'The item, as an article; it may not be held.';
comment on column statuses.capture_id is 'The capture that says so.';
comment on column statuses.status is 'usable, withheld, canceled, …; the last one counts.';
comment on column statuses.seen_no is 'Its place in the order of all that was seen.';

create table if not exists meta_claims (article_id varchar, version integer, field varchar, value varchar, origin varchar);
comment on table meta_claims is 'One row a statement about an article, whichever was taken: what each origin says of its title, author, dates, publisher, address.';
comment on column meta_claims.article_id is 'The article.';
comment on column meta_claims.version is 'Its version.';
comment on column meta_claims.field is 'title, author, published, modified, publisher, url, language.';
comment on column meta_claims.value is 'What is said, on one line.';
comment on column meta_claims.origin is 'json_ld, meta:NAME, h1, byline, link, printed, canonical, html, extractor, export (a sidecar, a row or a container), redirect (an address that led to it).';

create table if not exists quotes (
    quote_id varchar, utterance_id varchar, article_id varchar, version integer, kind varchar, start_char integer,
    end_char integer, text varchar, speaker_id varchar, speaker_start integer, speaker_end integer, cue varchar,
    anonymity varchar, rule varchar, cue_strength integer, polarity varchar, certainty varchar,
    title varchar, justification varchar, own_speaker_id varchar);
comment on table quotes is 'One row a contiguous piece of somebody''s words.';
comment on column quotes.quote_id is 'Hash of article, place and words.';
comment on column quotes.utterance_id is 'The utterance it is a piece of: "A," he said. "B." is one.';
comment on column quotes.article_id is 'The article.';
comment on column quotes.version is 'Its version.';
comment on column quotes.kind is 'direct (in marks), mixed (marked fragment), indirect (paraphrase with a cue).';
comment on column quotes.start_char is 'First character, marks excluded, counted from 0.';
comment on column quotes.end_char is 'One past the last.';
comment on column quotes.text is 'The words.';
comment on column quotes.speaker_id is 'Who said them (sources.source_id); null where nobody is named.';
comment on column quotes.speaker_start is 'Where the text names the speaker, counted from 0.';
comment on column quotes.speaker_end is 'One past that.';
comment on column quotes.cue is 'The reporting words ("said", "according to").';
comment on column quotes.anonymity is 'G0 to G5; null for carriers and where no speaker is named.';
comment on column quotes.rule is 'Id of the rule that attributed it (rules.rule_id where room is quotes).';
comment on column quotes.cue_strength is 'How much the reporting verb grants its speaker: 0 doubts (claimed), 1 says (said), 2 adds weight (warned), 3 presupposes (admitted); null where no verb or phrase of the list stands.';
comment on column quotes.polarity is 'denied where the text says that the speaker did not say it, declined to, or only may; else null.';
comment on column quotes.certainty is 'named (beside the cue), resolved (through a pronoun or a role), null without a speaker.';
comment on column quotes.title is 'The speaker''s post as the article prints it.';
comment on column quotes.justification is 'What the article tells of this source beside its words: how it knows ("who saw the documents"), a second role, kin, where it spoke, a sentence about it; or why it is not named. Context, no proof that it knows.';
comment on column quotes.own_speaker_id is 'The speaker by the article''s own reading, before articles are compared.';

create table if not exists rules (rule_id varchar, room varchar, meaning varchar, example varchar);
comment on table rules is 'One row a rule: what quotes.rule and credits.rule mean.';
comment on column rules.rule_id is 'The id as quotes.rule or credits.rule shows it.';
comment on column rules.room is 'quotes or credits: whose column rule shows the id.';
comment on column rules.meaning is 'What the rule reads, in a sentence.';
comment on column rules.example is 'An invented text in which it fires.';

create table if not exists quote_speakers (quote_id varchar, source_id varchar, own_source_id varchar);
comment on table quote_speakers is 'One row a speaker of a piece that several say together; quotes.speaker_id is then null.';
comment on column quote_speakers.quote_id is 'The piece.';
comment on column quote_speakers.source_id is 'One of those who said it.';
comment on column quote_speakers.own_source_id is 'The same by the article''s own reading.';

create table if not exists figures (
    figure_id varchar, article_id varchar, version integer, start_char integer, end_char integer, surface varchar,
    low double, high double, approximator varchar, hedge varchar, unit varchar, counted varchar, predicate varchar,
    modality varchar, source_id varchar, as_of varchar, place varchar, qualifiers varchar, own_source_id varchar);
comment on table figures is 'One row a quantity that somebody asserts.';
comment on column figures.figure_id is 'Hash of article, place and surface.';
comment on column figures.article_id is 'The article.';
comment on column figures.version is 'Its version.';
comment on column figures.start_char is 'First character of the number, counted from 0.';
comment on column figures.end_char is 'One past its magnitude word.';
comment on column figures.surface is 'As printed, without the hedge.';
comment on column figures.low is 'Value, or lower end of a range.';
comment on column figures.high is 'Value, or upper end of a range.';
comment on column figures.approximator is '= ~ < <= > >=.';
comment on column figures.hedge is 'The word that says so ("nearly"), if any.';
comment on column figures.unit is 'Long singular ("dollar", "percentage point"); null for a bare count.';
comment on column figures.counted is 'The noun counted, with its modifiers.';
comment on column figures.predicate is 'What is said of it ("killed", "sent to Russia").';
comment on column figures.modality is 'done, planned, possible, denied.';
comment on column figures.source_id is 'Who asserts it; null where the article does not say.';
comment on column figures.as_of is 'The words of its sentence that say when it holds ("in May"), the nearest; null for none.';
comment on column figures.place is 'The nearest name of a place in its sentence ("Tarsk"); null for none.';
comment on column figures.qualifiers is 'Words that say which of the kind are counted, a comma between them ("median", "other, rural").';
comment on column figures.own_source_id is 'The same by the article''s own reading, before articles are compared.';

create table if not exists outlets_named (article_id varchar, version integer, start_char integer, end_char integer, own_source_id varchar);
comment on table outlets_named is 'One row a place where an article names an outlet in the sentence of a quote or figure and does not credit it: an arrow is drawn where a page of the outlet carries the words.';
comment on column outlets_named.article_id is 'The article.';
comment on column outlets_named.version is 'Its version.';
comment on column outlets_named.start_char is 'First character of the name, counted from 0.';
comment on column outlets_named.end_char is 'One past the last.';
comment on column outlets_named.own_source_id is 'The outlet by its own name there; source_aliases tells who that is in the end.';

create table if not exists caveats (
    caveat_id varchar, article_id varchar, version integer, start_char integer, end_char integer, kind varchar);
comment on table caveats is 'One row a place where an article qualifies what it passes on.';
comment on column caveats.caveat_id is 'Hash of article, place and kind.';
comment on column caveats.article_id is 'The article.';
comment on column caveats.version is 'Its version.';
comment on column caveats.start_char is 'First character, counted from 0.';
comment on column caveats.end_char is 'One past the last.';
comment on column caveats.kind is 'unverified ("could not be independently verified"), anonymity_reason (why somebody is not named), reply_sought ("declined to comment").';

create table if not exists figure_sets (
    figure_id varchar, literal_low double, literal_high double, typical_low double, typical_high double);
comment on table figure_sets is 'One row a figure of a latest version: the numbers its words allow, in its own unit.';
comment on column figure_sets.figure_id is 'The figure.';
comment on column figure_sets.literal_low is 'Least number that the words allow ("over 200": 200, not reached).';
comment on column figure_sets.literal_high is 'Greatest number that they allow; infinity where they set no bound.';
comment on column figure_sets.typical_low is 'Least number that a careful writer means by them.';
comment on column figure_sets.typical_high is 'Greatest number that a careful writer means.';

create table if not exists extractions (article_id varchar, version integer, fingerprint varchar);
comment on table extractions is 'One row an article version whose mentions were taken.';
comment on column extractions.article_id is 'The article.';
comment on column extractions.version is 'Its version.';
comment on column extractions.fingerprint is 'Hash of the code and rules that took them.';

create table if not exists passages (
    passage_id varchar, article_id varchar, version integer, start_char integer, end_char integer);
comment on table passages is 'One row a run of text that stands in another place too.';
comment on column passages.passage_id is 'Hash of article and place.';
comment on column passages.article_id is 'The article.';
comment on column passages.version is 'Its version.';
comment on column passages.start_char is 'First character, counted from 0.';
comment on column passages.end_char is 'One past the last.';

create table if not exists credits (
    credit_id varchar, article_id varchar, version integer, start_char integer, end_char integer, source_id varchar,
    relation varchar, hop integer, chain_id varchar, scope_start integer, scope_end integer, rule varchar,
    own_source_id varchar);
comment on table credits is 'One row a named source in a place that says where something comes from.';
comment on column credits.credit_id is 'Hash of article, place and source.';
comment on column credits.article_id is 'The article.';
comment on column credits.version is 'Its version.';
comment on column credits.start_char is 'First character of the crediting words, counted from 0.';
comment on column credits.end_char is 'One past the last.';
comment on column credits.source_id is 'Who is credited.';
comment on column credits.relation is 'relays, credits_first, quotes, links, embeds, contributed_by.';
comment on column credits.hop is '1 is nearest to the article.';
comment on column credits.chain_id is 'Credits with one chain_id are one path.';
comment on column credits.scope_start is 'First character of the words it covers, counted from 0.';
comment on column credits.scope_end is 'One past their last.';
comment on column credits.rule is 'Id of the rule that found it (rules.rule_id where room is credits).';
comment on column credits.own_source_id is 'The credited source by the article''s own reading, before articles are compared.';

create table if not exists matches (
    match_id varchar, kind varchar, relation varchar, a_article_id varchar, a_start integer, a_end integer,
    b_article_id varchar, b_start integer, b_end integer, similarity double, detail json);
comment on table matches is 'One row a pair of mentions that are the same thing, in two articles or in one (latest versions).';
comment on column matches.match_id is 'Hash of the two places.';
comment on column matches.kind is 'quote, figure, passage.';
comment on column matches.relation is 'How b relates to a: exact, truncated, hedge_flipped, copied, …';
comment on column matches.a_article_id is 'Article of the first mention (the earlier, where dates tell).';
comment on column matches.a_start is 'Its first character, counted from 0.';
comment on column matches.a_end is 'One past its last.';
comment on column matches.b_article_id is 'Article of the second mention.';
comment on column matches.b_start is 'Its first character, counted from 0.';
comment on column matches.b_end is 'One past its last.';
comment on column matches.similarity is 'How the pair was found, 0 to 1: never fidelity.';
comment on column matches.detail is 'JSON: relations (most serious first), slot, why, and the ids of the two mentions as a_id and b_id.';

create table if not exists stories (story_id varchar, label varchar, first_at timestamp, last_at timestamp);
comment on table stories is 'One row an event that articles are about, as far as their words, what they share and their dates tell; many have one article.';
comment on column stories.story_id is 'Hash of its earliest article.';
comment on column stories.label is 'Title of the article most like the others, or the beginning of its text.';
comment on column stories.first_at is 'When its first article appeared; null where no date is known.';
comment on column stories.last_at is 'When its last one did.';

create table if not exists story_articles (story_id varchar, article_id varchar);
comment on table story_articles is 'One row an article of a story: every article stands in exactly one.';
comment on column story_articles.story_id is 'The story.';
comment on column story_articles.article_id is 'The article.';

create table if not exists claims (claim_id varchar, kind varchar, label varchar, first_run_id varchar);
comment on table claims is 'One row a thing said, wherever it appears.';
comment on column claims.claim_id is 'Hash of the mention that was its earliest when it was found; it stays as articles arrive.';
comment on column claims.kind is 'utterance, assertion, figure, passage.';
comment on column claims.label is 'The words of one mention, shortened.';
comment on column claims.first_run_id is 'The run that found it first.';

create table if not exists claim_aliases (claim_id varchar, into_id varchar, run_id varchar);
comment on table claim_aliases is 'One row a claim that turned out to be another: the older one of the two stays.';
comment on column claim_aliases.claim_id is 'The id that it had.';
comment on column claim_aliases.into_id is 'The claim that it is (claims.claim_id).';
comment on column claim_aliases.run_id is 'The run that found that out.';

create table if not exists claim_mentions (
    claim_id varchar, mention_kind varchar, mention_id varchar, article_id varchar, version integer);
comment on table claim_mentions is 'One row a mention of a claim.';
comment on column claim_mentions.claim_id is 'The claim.';
comment on column claim_mentions.mention_kind is 'quote, figure, passage, credit.';
comment on column claim_mentions.mention_id is 'quote_id, figure_id, passage_id or credit_id.';
comment on column claim_mentions.article_id is 'The article that carries it.';
comment on column claim_mentions.version is 'Its version.';

create table if not exists claim_links (a_claim_id varchar, b_claim_id varchar, relation varchar, detail json);
comment on table claim_links is 'One row a pair of claims that are two things said and bear on each other.';
comment on column claim_links.a_claim_id is 'One claim (the earlier mention, where dates tell).';
comment on column claim_links.b_claim_id is 'The other.';
comment on column claim_links.relation is 'conflict, mutated, updated, compatible, part, sum, or how one wording differs from the other.';
comment on column claim_links.detail is 'JSON: the match that says so (match_id) and why.';

create table if not exists edges (
    edge_id varchar, claim_id varchar, child_article_id varchar, parent_article_id varchar, parent_source_id varchar,
    relation varchar, basis varchar, confidence double, status varchar, evidence json, hop integer, via_source_id varchar,
    candidate_article_id varchar, state varchar);
comment on table edges is 'One row an arrow: in this claim the child depends on the parent, an article or a source that is not held.';
comment on column edges.edge_id is 'Hash of claim, child and parent.';
comment on column edges.claim_id is 'The claim.';
comment on column edges.child_article_id is 'The article that depends.';
comment on column edges.parent_article_id is 'The article it depends on, where held.';
comment on column edges.parent_source_id is 'The source it depends on, where no article of it is held.';
comment on column edges.relation is 'relays, credits_first, quotes, links, embeds, contributed_by, copied.';
comment on column edges.basis is 'stated (the text credits), linked (a hyperlink or embed), inferred (shared words and time).';
comment on column edges.confidence is '1 for stated and linked; a probability for inferred.';
comment on column edges.status is 'machine, accepted, rejected.';
comment on column edges.evidence is 'JSON list of places (article_id, start, end): the credit, the credited words, where the parent has them.';
comment on column edges.hop is '1 is what the child names as nearest; a chain of three is three edges of one child.';
comment on column edges.via_source_id is 'The source of the hop before; null for the first.';
comment on column edges.candidate_article_id is 'Beside a missing source: a held article of it that does not carry the words, or stands further off in the chain.';
comment on column edges.state is 'Why a source is missing: candidate, words_not_found (its house is held, the words are not), not_in_collection, no_name (nobody is named: sources, police, a report), unreadable; null where the parent is held.';

create table if not exists dependences (
    claim_id varchar, a_article_id varchar, b_article_id varchar, p_ab double, p_ba double, p_common double,
    p_none double);
comment on table dependences is 'One row a pair of articles whose direction was weighed, decided or not.';
comment on column dependences.claim_id is 'The claim.';
comment on column dependences.a_article_id is 'One article.';
comment on column dependences.b_article_id is 'The other.';
comment on column dependences.p_ab is 'Probability that b depends on a.';
comment on column dependences.p_ba is 'Probability that a depends on b.';
comment on column dependences.p_common is 'Probability of a common unseen source.';
comment on column dependences.p_none is 'Probability of neither.';

create table if not exists flips (claim_id varchar, edge_id varchar, low_if integer, high_if integer);
comment on table flips is 'One row a single edge whose ruling the other way would change how many origins its claim has.';
comment on column flips.claim_id is 'The claim.';
comment on column flips.edge_id is 'The edge: rejected if it stands, accepted after all if it was rejected.';
comment on column flips.low_if is 'How many origins the claim would have at least.';
comment on column flips.high_if is 'How many at most.';

create table if not exists quantities (
    quantity_id varchar, story_id varchar, counted varchar, qualifiers varchar, unit varchar);
comment on table quantities is 'One row a thing that the texts of a story count: figures that matches join, whether their values agree or not.';
comment on column quantities.quantity_id is 'Hash of its earliest figure.';
comment on column quantities.story_id is 'The story.';
comment on column quantities.counted is 'What is counted, as most of its figures say it.';
comment on column quantities.qualifiers is 'The words that narrow it, ", " between them.';
comment on column quantities.unit is 'The unit, in the long singular; null of a bare count.';

create table if not exists quantity_figures (quantity_id varchar, figure_id varchar);
comment on table quantity_figures is 'One row a figure that tells a quantity.';
comment on column quantity_figures.quantity_id is 'The quantity.';
comment on column quantity_figures.figure_id is 'The figure.';

create table if not exists origins (claim_id varchar, node_kind varchar, node_id varchar);
comment on table origins is 'One row a node of a claim without a parent, after copies and rings are collapsed.';
comment on column origins.claim_id is 'The claim.';
comment on column origins.node_kind is 'article or source.';
comment on column origins.node_id is 'article_id or source_id.';

create table if not exists notices (article_id varchar, notice_id varchar, start_char integer, end_char integer, status varchar);
comment on table notices is 'One row a notice by which a house takes or holds back a text of its own, where that is held and named; what rests on it is a finding.';
comment on column notices.article_id is 'The text that is taken back (articles.article_id).';
comment on column notices.notice_id is 'The article that says so: itself, where its metadata do.';
comment on column notices.status is 'canceled or withheld, where the metadata of the text say so.';
comment on column notices.start_char is 'Where the notice says so, in its own text.';
comment on column notices.end_char is 'The end of that.';

create table if not exists findings (
    finding_id varchar, kind varchar, severity integer, claim_id varchar, article_id varchar, summary varchar,
    evidence json);
comment on table findings is 'One row a thing a reviewer should look at.';
comment on column findings.finding_id is 'Hash of its kind and of what it is about: a claim, or the words and articles of its places.';
comment on column findings.kind is 'single_origin, missing_origin, circular, figure_conflict, …';
comment on column findings.severity is '3 look first, 2, 1 note, 0 counted and not listed; kind_precision tells what earned it.';
comment on column findings.claim_id is 'The claim, where it is about one.';
comment on column findings.article_id is 'The article, where it is about one.';
comment on column findings.summary is 'A sentence.';
comment on column findings.evidence is 'JSON list of places: article_id, start, end.';

create table if not exists rejected_findings (
    finding_id varchar, kind varchar, severity integer, claim_id varchar, article_id varchar, summary varchar,
    evidence json);
comment on table rejected_findings is 'One row a finding that a reviewer rejected, as long as the texts give rise to it.';
comment on column rejected_findings.finding_id is 'Hash of its kind and of what it is about: a claim, or the words and articles of its places.';
comment on column rejected_findings.kind is 'single_origin, missing_origin, circular, figure_conflict, …';
comment on column rejected_findings.severity is '3 look first, 2, 1 note, 0 counted and not listed; kind_precision tells what earned it.';
comment on column rejected_findings.claim_id is 'The claim, where it is about one.';
comment on column rejected_findings.article_id is 'The article, where it is about one.';
comment on column rejected_findings.summary is 'A sentence.';
comment on column rejected_findings.evidence is 'JSON list of places: article_id, start, end.';

create table if not exists kind_precision (
    kind varchar, severity integer, read integer, "right" integer, trivial integer, share double, low double,
    read_on varchar, texts varchar, current boolean);
comment on table kind_precision is 'One row a kind of finding: how often it was right when read by hand, which decides how high it stands.';
comment on column kind_precision.kind is 'As in findings.kind.';
comment on column kind_precision.severity is 'What it earned: 3 look first, 2, 1 note, 0 counted and not listed.';
comment on column kind_precision.read is 'Findings of the kind that were read against their texts.';
comment on column kind_precision."right" is 'Of these, right: a careful editor agrees with the sentence.';
comment on column kind_precision.trivial is 'Of these, true and of no use; the rest were wrong.';
comment on column kind_precision.share is 'Right of right and wrong; null where none was read.';
comment on column kind_precision.low is 'Lower end of the 95 % interval of share (Wilson).';
comment on column kind_precision.read_on is 'Day of the reading.';
comment on column kind_precision.texts is 'Which texts, of which years and language.';
comment on column kind_precision.current is 'Whether the rules of the kind are still those that were read.';

create table if not exists evidence (
    subject_kind varchar, subject_id varchar, place_no integer, article_id varchar, version integer, start_char integer,
    end_char integer, role varchar);
comment on table evidence is 'One row a place behind an edge, a finding or a match: the JSON lists as rows, with versions.';
comment on column evidence.subject_kind is 'edge, finding, match.';
comment on column evidence.subject_id is 'edge_id, finding_id or match_id.';
comment on column evidence.place_no is '0, 1, … in the order of the list.';
comment on column evidence.article_id is 'The article.';
comment on column evidence.version is 'Its version.';
comment on column evidence.start_char is 'First character, counted from 0.';
comment on column evidence.end_char is 'One past the last.';
comment on column evidence.role is 'What the place is to the subject: credit (words that credit), child and parent of an edge, a and b of a match, else words.';

create table if not exists citations (
    citation_id varchar, article_id varchar, version integer, start_char integer, end_char integer, target_kind varchar,
    target_id varchar, url varchar, verdict varchar, why varchar);
comment on table citations is 'One row a sentence and a held article that it cites, by a hyperlink or a credit, and what that article carries of it.';
comment on column citations.citation_id is 'Hash of the sentence and the target.';
comment on column citations.article_id is 'The article that cites.';
comment on column citations.version is 'Its version.';
comment on column citations.start_char is 'First character of the sentence, counted from 0.';
comment on column citations.end_char is 'One past its last.';
comment on column citations.target_kind is 'article: what is cited is held.';
comment on column citations.target_id is 'The cited article.';
comment on column citations.url is 'Its address, where known.';
comment on column citations.verdict is 'carried, no_difference, differs, not_found, cannot_tell. A sentence that cites several is compared with all of them.';
comment on column citations.why is 'The rule that gave the verdict.';

create table if not exists citation_gaps (
    citation_id varchar, kind varchar, start_char integer, end_char integer, why varchar, nearest json);
comment on table citation_gaps is 'One row a stretch of a citation that the cited articles lack or have otherwise.';
comment on column citation_gaps.citation_id is 'The citation.';
comment on column citation_gaps.kind is 'figure, date, quote, name, negation, hedge, content.';
comment on column citation_gaps.start_char is 'First character in the citing article, counted from 0.';
comment on column citation_gaps.end_char is 'One past the last.';
comment on column citation_gaps.why is 'What is lacking.';
comment on column citation_gaps.nearest is 'JSON: what the cited article has in their place (article_id, start, end); null where nothing.';

create table if not exists measures (
    measure varchar, subject_kind varchar, subject_id varchar, numerator bigint, denominator bigint, low double,
    high double);
comment on table measures is 'One row a measure of a subject: k of n, or bounds; the rows behind it are in the view <measure>_evidence.';
comment on column measures.measure is 'Its name.';
comment on column measures.subject_kind is 'article or claim.';
comment on column measures.subject_id is 'article_id or claim_id.';
comment on column measures.numerator is 'k.';
comment on column measures.denominator is 'n.';
comment on column measures.low is 'Lower bound, for measures that are bounds.';
comment on column measures.high is 'Upper bound.';

create table if not exists decisions (
    decision_id varchar, subject_kind varchar, subject_id varchar, verdict varchar, reviewer varchar,
    decided_at timestamp, note varchar, rule_version varchar, content_key varchar, blind boolean, line_no integer);
comment on table decisions is 'One row a ruling of a reviewer that nobody took back, replayed from raw/reviews/.';
comment on column decisions.decision_id is 'Hash of the line, or the id that it brings along.';
comment on column decisions.subject_kind is 'edge, finding, match, merge, speaker.';
comment on column decisions.subject_id is 'edge_id, finding_id, match_id, source_aliases.source_id, utterance_id.';
comment on column decisions.verdict is 'accepted, rejected, unsure, missing (from somebody who is not held).';
comment on column decisions.reviewer is 'Who ruled.';
comment on column decisions.decided_at is 'When, UTC.';
comment on column decisions.note is 'Why, in the reviewer''s words.';
comment on column decisions.rule_version is 'Hash of the code and rules that made what was ruled on.';
comment on column decisions.content_key is 'Hash of what was ruled on: its kind and the words of its places, without their offsets.';
comment on column decisions.blind is 'Whether the names of the outlets were hidden.';
comment on column decisions.line_no is 'Its place among the lines of all files, from 0.';

create table if not exists replies (finding_id varchar, state varchar, on_day varchar, words varchar);
comment on table replies is 'One row a thing that became of a letter about a finding, in the order of the lines under raw/reviews/.';
comment on column replies.finding_id is 'The finding.';
comment on column replies.state is 'asked, answered, no_answer.';
comment on column replies.on_day is 'The day, as YYYY-MM-DD.';
comment on column replies.words is 'The answer in full; empty where there is none.';

create table if not exists ruling_states (
    decision_id varchar, state varchar, subject_id varchar, note varchar, content_key varchar);
comment on table ruling_states is 'One row a ruling: what it stands on in this warehouse.';
comment on column ruling_states.decision_id is 'The ruling (decisions.decision_id).';
comment on column ruling_states.state is 'exact (what it names is there), moved (the same words go by another id now), orphaned (neither is there).';
comment on column ruling_states.subject_id is 'The id that it stands on; null where it is orphaned.';
comment on column ruling_states.note is 'Why it is not exact.';
comment on column ruling_states.content_key is 'Hash of the words that were ruled on, by which they are found again.';

create or replace view rulings as
with placed as (
    select d.* replace (coalesce(s.subject_id, d.subject_id) as subject_id)
    from decisions d
    left join ruling_states s using (decision_id))
select subject_kind, subject_id, max_by(verdict, (coalesce(decided_at, timestamp '1970-01-01'), line_no)) as verdict,
       case max_by(verdict, (coalesce(decided_at, timestamp '1970-01-01'), line_no))
            when 'accepted' then 'accepted' when 'rejected' then 'rejected' when 'missing' then 'rejected' end as status,
       max_by(decision_id, (coalesce(decided_at, timestamp '1970-01-01'), line_no)) as decision_id,
       count(*)::integer as given, count(distinct verdict) > 1 as disputed
from placed
group by subject_kind, subject_id;
comment on view rulings is 'One row a subject that was ruled on, with the ruling that stands: the last.';
comment on column rulings.subject_kind is 'As in decisions.';
comment on column rulings.subject_id is 'As in decisions.';
comment on column rulings.verdict is 'The last verdict.';
comment on column rulings.status is 'accepted or rejected, as the next run obeys it; null for unsure.';
comment on column rulings.decision_id is 'The last ruling.';
comment on column rulings.given is 'How many rulings there are.';
comment on column rulings.disputed is 'Whether they differ.';

-- Whom a source counts as, where it is known whom it speaks for: trace and the bounds of `independence` read it.
create or replace view source_houses as
with named as (
    select source_id, kind, regexp_replace(lower(name), '^the ', '') as name,
           regexp_replace(lower(coalesce(owner, affiliation)), '^the ', '') as belongs_to
    from sources
    where kind in ('person', 'organisation')
      and not (kind = 'organisation' and regexp_matches(name, '^(the )?\p{Ll}') and not regexp_matches(name, '\p{Lu}'))),
above as (select name, min(belongs_to) as belongs_to from named where belongs_to is not null and belongs_to <> name group by name)
select n.source_id, coalesce(b.belongs_to, n.belongs_to, n.name) as house
from named n
left join above b on b.name = coalesce(n.belongs_to, n.name);
comment on view source_houses is 'One row a source that is named and asserts for itself: the state, body, firm or owner it counts as in a lower bound. A body that a text names only by its kind ("the agency") has none, nor has a document: it may be, or be of, any of the others.';
comment on column source_houses.source_id is 'The source.';
comment on column source_houses.house is 'Lower case, without its article; the one above its affiliation, where that is known too.';
