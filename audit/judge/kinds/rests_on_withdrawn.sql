-- One row a text that rests on one that its agency took back, by how many steps away, and the notice that says so.
with recursive arrows as (
    select claim_id, child_article_id as child, parent_article_id as parent,
           from_json(evidence, '[{"article_id":"VARCHAR","start":"INTEGER","end":"INTEGER"}]')[1] as place
    from edges where status <> 'rejected' and parent_article_id is not null),
down as (
    select n.notice_id, n.article_id as withdrawn, a.claim_id, a.child, 1 as steps, a.place
    from notices n join arrows a on a.parent = n.article_id
    union
    select d.notice_id, d.withdrawn, a.claim_id, a.child, d.steps + 1, a.place
    from down d join arrows a on a.claim_id = d.claim_id and a.parent = d.child
    where d.steps < 12)
select d.claim_id, d.child as article_id, [d.place, place(n.notice_id, n.start_char, n.end_char)] as evidence,
       if(n.status is null, null, 'by_status') as told_as, {title: w.title, notice: a.title, status: n.status} as slots
from down d
join notices n on n.notice_id = d.notice_id
join articles w on w.article_id = d.withdrawn and w.is_latest
join articles a on a.article_id = d.notice_id and a.is_latest
where d.child not in (d.notice_id, d.withdrawn)
qualify row_number() over (partition by d.notice_id, d.child order by d.steps, d.claim_id) = 1
order by d.claim_id, d.child, d.notice_id;
