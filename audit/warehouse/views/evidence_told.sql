-- One row a place behind an edge, a finding or a match, with its words.
create or replace view evidence_told as
select e.subject_kind, e.subject_id, e.place_no, e.role, a.outlet, a.title, words(e.article_id, e.version, e.start_char, e.end_char) as words,
       e.article_id, e.version, e.start_char, e.end_char
from evidence e
left join articles_told a using (article_id, version);
comment on view evidence_told is 'One row a place behind an edge, finding or match, with its words, title and outlet.';
comment on column evidence_told.subject_kind is 'edge, finding, match.';
comment on column evidence_told.subject_id is 'edge_id, finding_id or match_id.';
comment on column evidence_told.place_no is '0, 1, … in the order of the evidence.';
comment on column evidence_told.role is 'child, parent, a, b, credit, words.';
comment on column evidence_told.outlet is 'Name of the publisher of the article.';
comment on column evidence_told.title is 'Headline of the article.';
comment on column evidence_told.words is 'The words at the place.';
comment on column evidence_told.article_id is 'The article.';
comment on column evidence_told.version is 'Its version.';
comment on column evidence_told.start_char is 'First character, counted from 0.';
comment on column evidence_told.end_char is 'One past the last character.';
