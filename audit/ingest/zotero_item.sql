-- One row a field of the attachment $key of a Zotero library (SQLite) or of the item that it belongs to, the item's own first to be
-- overwritten by the attachment's address and moment; its authors in their order.
with attachment as (
    select a.itemID as own, coalesce(t.parentItemID, a.itemID) as item
    from items a join itemAttachments t on t.itemID = a.itemID
    where a.key = :key),
fields_told as (
    select d.itemID = x.own as of_attachment, x.own = x.item as alone, f.fieldName as name, cast(v.value as text) as value
    from attachment x
    join itemData d on d.itemID in (x.own, x.item)
    join fields f on f.fieldID = d.fieldID
    join itemDataValues v on v.valueID = d.valueID)
select name, value from (
    select case when name in ('websiteTitle', 'blogTitle') then 'publicationTitle' else name end as name, value, of_attachment as place
    from fields_told
    where name in ('url', 'accessDate')
       or (name in ('title', 'date', 'publicationTitle', 'websiteTitle', 'blogTitle') and (alone or not of_attachment))
    union all
    select 'author', trim(coalesce(c.firstName, '') || ' ' || coalesce(c.lastName, '')), 2 + o.orderIndex
    from attachment x
    join itemCreators o on o.itemID = x.item
    join creators c on c.creatorID = o.creatorID
    join creatorTypes k on k.creatorTypeID = o.creatorTypeID
    where k.creatorType = 'author')
order by place;
