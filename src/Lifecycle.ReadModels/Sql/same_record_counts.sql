select status, bodies, overdue
from lifecycle.standing_of_a_record(@publication, @number, @as_at, @known_at)
order by status
