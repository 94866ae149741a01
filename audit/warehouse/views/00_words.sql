-- The words at a span of an article: spans count code points from 0 and leave out the character at their end.
-- The inner names are ones that no query uses: a column `version` handed in would else be read as the article's own.
create or replace macro words(of_article, of_version, first_char, past_char) as (
    select substr(words_in.words_text, first_char + 1, past_char - first_char)
    from (select article_id as words_article, version as words_version, text as words_text from articles) words_in
    where words_in.words_article = of_article and words_in.words_version = of_version);
comment on macro words is '`words(article_id, version, start_char, end_char)`: the words at a span of an article version.';
create or replace macro as_printed(originator, outlet) as coalesce(originator || ', as printed by ' || outlet, originator, outlet);
comment on macro as_printed is '`as_printed(originator, outlet)`: what an article is called as a source: whose text it is, as printed by the outlet, where it is not the outlet''s own.';
create or replace macro without_the(name) as regexp_replace(lower(name), '^the ', '');
comment on macro without_the is '`without_the(name)`: a name in small letters without the article that opens it.';
