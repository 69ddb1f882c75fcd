-- The words in braces are the condition and the order of one list, a fixed vocabulary.
with waiting as materialized (
    select r.stream_id, r.reference, {order} as since
    from lifecycle.recommendation_status r
    where r.tenant_id = @body and r.is_open and {where}
)
select total.count, r.reference, r.body, r.title, r.kind, r.level, r.status, r.status_since, r.owner, r.board, r.rag, r.due_on,
    r.missed_reason is not null, r.raised_on, r.scrutiny_passed, r.returned_on, r.steps, r.steps_met
from (select count(*) from waiting) total
left join lateral (
    select * from waiting
    order by since, reference
    limit @limit offset @offset
) page on true
left join lifecycle.recommendation_status r on r.stream_id = page.stream_id
order by page.since, page.reference
