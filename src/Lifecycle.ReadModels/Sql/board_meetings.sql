select m.board, m.valid_from, count(*)
from lifecycle.board_meeting m
where m.tenant_id = @body and m.valid_from <= @as_at and m.known_from <= @known_at and m.known_to > @known_at
group by m.board, m.valid_from
order by m.valid_from desc, m.board
limit @limit
