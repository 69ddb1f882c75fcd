select status, bodies, overdue
from lifecycle.standing_of_records(array[@publication], array[@number], @as_at, @known_at)
order by status
