-- Open records by kind on each of the days, which come in order: each record is looked at once, and counted from the first
-- of the days on which it was open to the last. Before the register held one of a kind, how many were open is unknown.
with recursive every_body as (
    (select h.tenant_id from lifecycle.held_record h order by h.tenant_id limit 1)
    union all
    select (select h.tenant_id from lifecycle.held_record h where h.tenant_id > every_body.tenant_id order by h.tenant_id limit 1)
    from every_body where every_body.tenant_id is not null
),
held as (
    select kind.word as kind, min(one.valid_from) as since
    from {bodies} as body (id)
    cross join unnest(@kinds) as kind (word)
    cross join lateral (
        select h.valid_from from lifecycle.held_record h
        where h.tenant_id = body.id and h.kind = kind.word and h.known_from <= @known_at and h.known_to > @known_at
        order by h.valid_from
        limit 1
    ) one
    group by kind.word
),
standing as materialized (
    select r.kind, width_bucket(r.valid_from - 1, @days) + 1 as first, width_bucket(r.valid_to - 1, @days) as last, count(*) as records
    from lifecycle.open_interval r
    where r.valid_from <= @last and r.valid_to > @first and {known} and {where}
    group by 1, 2, 3
)
select day.on, held.kind, coalesce(sum(standing.records), 0)::bigint
from unnest(@days) with ordinality as day ("on", at)
join held on held.since <= day.on
left join standing on standing.kind = held.kind and day.at between standing.first and standing.last
group by day.on, held.kind
order by day.on, held.kind
