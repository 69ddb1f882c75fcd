-- Averages as papers print them for that very day: of this body's group, and of the nation.
select d.position, d.subject, d.kind, d.count, d.source, d.note
from lifecycle.declared_position d
where d.as_at = @as_at and d.count is not null
  and (d.subject = 'national-average' or d.subject = 'group-average' and d.body = @body)
  and d.known_from <= @known_at and d.known_to > @known_at
order by d.subject, d.position, d.kind
