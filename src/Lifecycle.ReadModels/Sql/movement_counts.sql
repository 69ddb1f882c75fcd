select sort.what, found.movements
from unnest(@what) sort (what)
cross join lateral (
    select count(*) as movements
    from lifecycle.movement m
    where m.what = sort.what
      and m.valid_from > @since and m.valid_from <= @as_at and m.known_from <= @known_at and m.known_to > @known_at and {where}
) found
where found.movements > 0
