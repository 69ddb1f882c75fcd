select r.body, r.facts, {publication}, count(*)
from lifecycle.open_at(@as_at, @known_at) r
where r.body {in_bodies}
group by 1, 2, 3
