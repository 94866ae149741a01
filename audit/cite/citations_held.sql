-- One row a citation of an article as the run before left it.
select article_id, version, start_char, end_char, target_id, url
from citations
where target_kind = 'article';
