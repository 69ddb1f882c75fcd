select found.total, w.reference, w.publication, w.body, w.title, w.kind, w.level, w.recommended_on, w.recommended_by,
    w.statement, w.evidence, w.authority, w.note_required, w.rule
from (select count(*) as total from waiting) found
left join lateral (
    select * from waiting
    order by recommended_on, reference
    limit @limit offset @offset
) w on true
order by w.recommended_on, w.reference
