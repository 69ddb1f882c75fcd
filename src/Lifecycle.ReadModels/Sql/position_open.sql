select {split}, count(*)
from lifecycle.open_at(@as_at, @known_at) r
where r.body {in_bodies}
group by 1, 2, 3, 4, 5
