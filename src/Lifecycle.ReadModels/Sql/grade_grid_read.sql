select g.publication, g.body, g.cycle, g.area, g.scale, g.grade, g.printed, g.provenance, g.note
from lifecycle.grade_grid g
where {where}
order by g.body, g.cycle, g.area, g.publication
