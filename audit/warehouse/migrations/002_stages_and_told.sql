-- Schema 1 to 2: stages have fingerprints of their own, mentions have rules and sentences, edges and findings have evidence.
-- What is made from the articles is made anew by the run that brings the file up to date; captures, articles, sources and
-- rulings stay.
drop table if exists quotes;
drop table if exists figures;
drop table if exists figure_sets;
drop table if exists caveats;
drop table if exists credits;
drop table if exists passages;
drop table if exists extractions;
drop table if exists matches;
drop table if exists claims;
drop table if exists claim_mentions;
drop table if exists edges;
drop table if exists dependences;
drop table if exists origins;
drop table if exists findings;
drop table if exists measures;
delete from meta where key = 'fingerprint';
