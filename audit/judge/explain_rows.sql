-- One row a row of evidence of a measure and a subject, those that count first.
select * from query_table($view)
where $subject = 'all' or subject_id = $subject
order by subject_id, counted desc, article_id, start_char;
