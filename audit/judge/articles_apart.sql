-- One row an article with other rows than before.
select key from changed where part = 'article';
