-- One row a person or body that posts, with the account.
select poster_id, min(source_id) as account_id from sources where poster_id is not null group by poster_id order by poster_id;
