select r.reference, r.publication, r.number, r.kind, r.soft, r.body, r.title, r.level, r.status, r.status_since,
    r.owner, r.board, r.rag, r.due_on, r.missed_reason, r.missed_shared, r.forecast, r.parent, r.raised_on, r.on_risk_register, r.claims_implemented,
    r.stream_id, r.summary, s.version, r.steps, r.steps_met, r.evidence
from lifecycle.recommendation_status r
join lifecycle.mt_streams s on s.tenant_id = r.tenant_id and s.id = r.stream_id
where r.parent = @parent
order by r.reference
