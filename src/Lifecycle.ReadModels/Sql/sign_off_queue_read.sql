-- A level outside 1 to 4 counts as unknown, which travels as 0.
with body as (
    select * from unnest(@known_bodies, @known_body_kinds) as known (id, kind)
),
rule as (
    select * from unnest(@rule_body_kinds, @rule_kinds, @rule_levels, @rule_authorities, @rule_notes, @rule_names)
        as given (body_kind, kind, level, authority, note_required, name)
),
waiting as (
    select q.*, rule.authority, rule.note_required, rule.name as rule
    from lifecycle.sign_off_queue q
    left join body on body.id = q.body
    join rule on rule.body_kind = coalesce(body.kind, @unknown_body_kind) and rule.kind = q.kind
        and rule.level = case when q.level between 1 and 4 then q.level else 0 end
    where {where}
)
select found.total, w.reference, w.publication, w.body, w.title, w.kind, w.level, w.recommended_on, w.recommended_by,
    w.statement, w.evidence, w.authority, w.note_required, w.rule
from (select count(*) as total from waiting) found
left join lateral (
    select * from waiting
    order by recommended_on, reference
    limit @limit offset @offset
) w on true
order by w.recommended_on, w.reference
