-- The register as at a past day, as known now: what has stood since then, and what has been otherwise in between.
-- Of the rows of a record one holds, and from the latest on it is soon found.
(
    select s.stream_id, s.tenant_id, s.reference, s.publication, s.number, s.kind, s.soft, s.body, s.title, s.level, s.status, s.status_since,
        s.owner, s.board, s.rag, s.due_on, s.missed_reason, s.missed_shared, s.forecast, s.parent, s.raised_on, s.on_risk_register, s.claims_implemented, s.is_open, s.facts
    from lifecycle.recommendation_status s
    where s.since <= @as_at
    union all
    select s.stream_id, s.tenant_id, s.reference, s.publication, i.number, i.kind, i.soft, i.body, i.title, i.level, i.status, i.status_since,
        i.owner, i.board, i.rag, i.due_on, i.missed_reason, i.missed_shared, i.forecast, i.parent, i.raised_on, i.on_risk_register, i.claims_implemented, i.is_open, i.facts
    from lifecycle.recommendation_status s
    cross join lateral (
        select * from lifecycle.recommendation_interval i where i.stream_id = s.stream_id and {holds}
        order by i.valid_from desc, i.known_from desc
        limit 1
    ) i
    where s.since > @as_at and s.raised_on <= @as_at
)
