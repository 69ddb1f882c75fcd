-- A level outside 1 to 4 counts as unknown, which travels as 0.
with rule as (
    select * from unnest(@rule_body_kinds, @rule_kinds, @rule_levels, @rule_authorities, @rule_notes, @rule_names)
        as given (body_kind, kind, level, authority, note_required, name)
),
waiting as (
    select q.*, rule.authority, rule.note_required, rule.name as rule
    from lifecycle.sign_off_queue q
    join rule on rule.body_kind = coalesce((@known_body_kinds::text[])[array_position(@known_bodies::text[], q.body)], @unknown_body_kind)
        and rule.kind = q.kind and rule.level = case when q.level between 1 and 4 then q.level else 0 end
    where {where}
)
