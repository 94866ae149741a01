-- One row a change of words between two versions of an article, with its title and outlet.
create or replace view versions_told as
select d.article_id, a.title, a.outlet, d.from_version, d.to_version, d.change_no, d.words_before, d.words_after,
       d.before_start, d.before_end, d.after_start, d.after_end
from version_changes d
left join articles_told a on a.article_id = d.article_id and a.version = d.to_version;
comment on view versions_told is 'One row a run of words that a later version of an article has otherwise, with title and outlet.';
comment on column versions_told.article_id is 'The article.';
comment on column versions_told.title is 'Headline of the later version.';
comment on column versions_told.outlet is 'Name of its publisher.';
comment on column versions_told.from_version is 'The earlier version.';
comment on column versions_told.to_version is 'The later version.';
comment on column versions_told.change_no is '0, 1, … in the order of the text.';
comment on column versions_told.words_before is 'What stood there; empty where words were added.';
comment on column versions_told.words_after is 'What stands there now; empty where words were left out.';
comment on column versions_told.before_start is 'First character in the earlier version, counted from 0.';
comment on column versions_told.before_end is 'One past the last there.';
comment on column versions_told.after_start is 'First character in the later version, counted from 0.';
comment on column versions_told.after_end is 'One past the last there.';
