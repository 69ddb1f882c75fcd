select r.reference, r.publication, r.number, r.kind, r.soft, r.body, r.title, r.level, r.status, r.status_since,
    r.owner, r.board, r.rag, r.due_on, r.missed_reason, r.missed_shared, r.forecast, r.parent, r.raised_on, r.on_risk_register, r.claims_implemented
from {rows} r
where r.reference = @reference
