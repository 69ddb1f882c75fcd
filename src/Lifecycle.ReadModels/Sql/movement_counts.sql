select m.what, count(*)
from lifecycle.movement m
where m.valid_from > @since and m.valid_from <= @as_at and m.known_from <= @known_at and m.known_to > @known_at and {where}
group by m.what
