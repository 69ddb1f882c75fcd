select r.reference, r.publication, r.number, r.kind, r.soft, r.body, r.title, r.level, r.status, r.status_since,
    r.owner, r.board, r.rag, r.due_on, r.missed_explained, r.forecast, r.parent, r.raised_on, r.on_risk_register, r.claims_implemented
from lifecycle.recommendation_interval r
where r.reference = @reference
  and r.valid_from <= @as_at and r.valid_to > @as_at and r.known_from <= @known_at and r.known_to > @known_at
