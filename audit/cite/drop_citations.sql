-- Citations but those of standing sentences go, with what they lack.
delete from citations
where not exists (from standing_sentences s
    where (s.article_id, s.version, s.start_char, s.end_char) = (citations.article_id, citations.version, citations.start_char, citations.end_char));
delete from citation_gaps
where citation_id not in (select citation_id from citations);
drop table standing_sentences;
