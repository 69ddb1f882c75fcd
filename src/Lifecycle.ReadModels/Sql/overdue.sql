-- How many are overdue, and the page of those that are longest overdue.
with overdue as materialized (
    select r.stream_id, r.reference, r.due_on, r.missed_reason is not null as explained, r.missed_shared as shared
    from {rows} r
    where {where}
)
select count(*), count(*) filter (where explained), count(*) filter (where shared), count(*) filter (where not shared),
    array(select stream_id from overdue order by due_on, reference limit @limit offset @offset)
from overdue
