-- What matching keeps of each article, utterance and figure, each by the hash of all that it was made of (`owner`).
create table quote_grams (owner bigint, gram bigint, size integer);
create table quote_traits (owner bigint, length integer, translated boolean);  -- words, marks left out; whether it was spoken otherwise
-- Of `passage_grams`, the last three are hashes of the two words before a fingerprint, of one on either side, and of the two behind it.
create table passage_grams (owner bigint, gram bigint, position integer, two_before integer, one_around integer, two_behind integer);
create table article_words (owner bigint, stem bigint, told integer, named integer);  -- how often words of a stem stand there, and as a name
create table figure_words (owner bigint, word bigint, tells boolean);
create table figure_traits (owner bigint, key bigint, name varchar, is_wild boolean, low double, high double);  -- a row each thing that it may count
-- What a way to say a figure allows, by its hash.
create table wording_sets (said bigint, literal_low double, literal_high double, typical_low double, typical_high double);
-- Pairs of quotes that were compared and are not the same words, each by the key of all that both were made of.
create table quote_silent (a bigint, b bigint);
-- Of the run before: its utterances, and the pairs of them that are the same words as far as these tell.
create table met_quotes (owner bigint, no integer, key bigint);
create table met_pairs (a bigint, b bigint);
-- Of the run before: its articles, each by the key of all that passages are found of, and the pairs that have some, with the key of these.
create table met_articles (article_no integer, owner bigint, key bigint, publisher_id varchar);
create table met_passages (a bigint, b bigint, key bigint);
