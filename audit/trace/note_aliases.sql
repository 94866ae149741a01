-- Aliases that this run found beside those of the runs before.
update claim_aliases a set into_id = n.into_id from new_aliases n where a.into_id = n.claim_id;
delete from claim_aliases where claim_id in (select claim_id from new_aliases);
insert into claim_aliases from new_aliases;
delete from claim_aliases
where claim_id in (select claim_id from claims) or into_id not in (select claim_id from claims);
