-- One row an arrow between two articles that give a figure, the child's the same as the parent's as far as one step tells: the figure the
-- arrow stands on, and all that either gives. `claim_id` is the first of the claims that such steps join.
with recursive steps as (
    select a_claim_id as one, b_claim_id as two from claim_links
    where relation in ('equal', 'rounded', 'compatible', 'hedge_lost', 'hedge_added')
    union select b_claim_id, a_claim_id from claim_links
    where relation in ('equal', 'rounded', 'compatible', 'hedge_lost', 'hedge_added')),
reached as (
    select claim_id, claim_id as first from claims
    union select s.two, r.first from reached r join steps s on s.one = r.claim_id),
thread as (select claim_id, min(first) as thread_id from reached group by claim_id),
given as (
    select t.thread_id, m.article_id, list({article_id: f.article_id, start: f.start_char, "end": f.end_char, surface: f.surface, low: f.low,
           high: f.high, approximator: f.approximator, hedge: f.hedge, unit: f.unit, counted: f.counted, predicate: f.predicate,
           modality: f.modality} order by f.start_char, f.figure_id) as figures
    from claim_mentions m
    join thread t using (claim_id)
    join figures f on f.figure_id = m.mention_id and f.article_id = m.article_id and f.version = m.version
    where m.mention_kind = 'figure'
    group by t.thread_id, m.article_id)
select t.thread_id as claim_id, e.child_article_id as child, e.parent_article_id as parent, c.figures as child_figures, p.figures as parent_figures,
       coalesce(list_position(list_transform(c.figures, lambda f: f.start), (e.evidence -> 1 ->> 'start')::integer), 1) - 1 as stands_on
from edges e
join thread t on t.claim_id = e.claim_id
join given c on c.thread_id = t.thread_id and c.article_id = e.child_article_id
join given p on p.thread_id = t.thread_id and p.article_id = e.parent_article_id
join articles a on a.article_id = e.child_article_id and a.is_latest
where e.status <> 'rejected'
order by t.thread_id, a.published_at nulls last, e.edge_id;
