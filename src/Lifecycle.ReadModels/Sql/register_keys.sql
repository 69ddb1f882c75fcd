-- The records of a page in an order that only the database knows.
-- The words in braces are filled in from a fixed vocabulary, never from what somebody typed.
select r.stream_id
from {rows} r
where {where}
order by {order}
limit @limit offset @offset
