-- Held: that the register has held one by that day means that none open is nought and not unknown.
with recursive every_body as (
    (select h.tenant_id from lifecycle.held_record h order by h.tenant_id limit 1)
    union all
    select (select h.tenant_id from lifecycle.held_record h where h.tenant_id > every_body.tenant_id order by h.tenant_id limit 1)
    from every_body where every_body.tenant_id is not null
),
held as (
    select body.id as body, kind.word as kind
    from {bodies} as body (id)
    cross join unnest(@kinds) as kind (word)
    cross join lateral (
        select from lifecycle.held_record r where r.tenant_id = body.id and r.kind = kind.word and {holds} limit 1
    ) one
),
-- Of two papers about one day, the one entered last.
declared as (
    select distinct on (d.body, d.kind) d.body, d.kind, d.count, d.source
    from lifecycle.declared_position d
    where d.subject = 'body' and d.body {in_bodies} and d.as_at = @as_at and d.count is not null
      and d.known_from <= @known_at and d.known_to > @known_at
    order by d.body, d.kind, d.known_from desc, d.position
)
select body, kind, held.kind is not null, declared.count, declared.source
from held full join declared using (body, kind)
order by body, kind
