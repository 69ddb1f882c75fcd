-- What papers printed for days in between. Of two papers about one day, the one entered last.
select distinct on (d.as_at, d.body, d.kind) d.as_at, d.body, d.kind, d.count, d.source
from lifecycle.declared_position d
where d.subject = 'body' and d.body = any(@bodies) and d.as_at between @first and @last and d.count is not null
  and d.known_from <= @known_at and d.known_to > @known_at
order by d.as_at, d.body, d.kind, d.known_from desc, d.position
