-- Held: any row up to the day means that the register has held one, so that none open is nought and not unknown.
with held as (
    select r.tenant_id as body, r.kind, count(*) filter (where r.is_open and r.valid_to > @as_at) as open
    from lifecycle.recommendation_interval r
    where r.tenant_id {in_bodies} and r.valid_from <= @as_at and r.known_from <= @known_at and r.known_to > @known_at
    group by r.tenant_id, r.kind
),
-- Of two papers about one day, the one entered last.
declared as (
    select distinct on (d.body, d.kind) d.body, d.kind, d.count, d.source
    from lifecycle.declared_position d
    where d.subject = 'body' and d.body {in_bodies} and d.as_at = @as_at and d.count is not null
      and d.known_from <= @known_at and d.known_to > @known_at
    order by d.body, d.kind, d.known_from desc, d.position
)
select body, kind, held.open, declared.count, declared.source
from held full join declared using (body, kind)
order by body, kind
