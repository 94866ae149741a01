-- One row an arrow of a claim between two articles that both give its figure: the figure the arrow stands on, and all that either gives.
with given as (
    select m.claim_id, m.article_id, list({article_id: f.article_id, start: f.start_char, "end": f.end_char, surface: f.surface, low: f.low,
           high: f.high, approximator: f.approximator, hedge: f.hedge, unit: f.unit, counted: f.counted, predicate: f.predicate,
           modality: f.modality} order by f.start_char, f.figure_id) as figures
    from claim_mentions m
    join figures f on f.figure_id = m.mention_id and f.article_id = m.article_id and f.version = m.version
    where m.mention_kind = 'figure'
    group by m.claim_id, m.article_id)
select e.claim_id, e.child_article_id as child, e.parent_article_id as parent, c.figures as child_figures, p.figures as parent_figures,
       coalesce(list_position(list_transform(c.figures, lambda f: f.start), (e.evidence -> 1 ->> 'start')::integer), 1) - 1 as stands_on
from edges e
join given c on c.claim_id = e.claim_id and c.article_id = e.child_article_id
join given p on p.claim_id = e.claim_id and p.article_id = e.parent_article_id
join articles a on a.article_id = e.child_article_id and a.is_latest
where e.status <> 'rejected'
order by e.claim_id, a.published_at nulls last, e.edge_id;
