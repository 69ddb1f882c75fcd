select g.cycle, g.scale, count(distinct g.body)
from lifecycle.grade_grid g
where g.valid_from <= @as_at and g.valid_to > @as_at and g.known_from <= @known_at and g.known_to > @known_at
group by g.cycle, g.scale
order by g.cycle desc, g.scale
