-- Of two papers about one day, the one entered last.
with declared as (
    select distinct on (d.body, d.kind) d.body, d.kind, d.count, d.source
    from lifecycle.declared_position d
    where d.subject = 'body' and d.body = any(@bodies) and d.as_at = @as_at and d.count is not null
      and d.known_from <= @known_at and d.known_to > @known_at
    order by d.body, d.kind, d.known_from desc, d.position
)
select body, kind, held.open, declared.count, declared.source
from lifecycle.open_counts(@bodies, @kinds, @as_at, @known_at) held full join declared using (body, kind)
