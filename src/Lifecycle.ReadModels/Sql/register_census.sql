-- Every record of a point in 24 bytes: its stream, what the list is put in order by, and what it is counted by. The program counts them
-- and finds the page: here, each grouping of a hundred thousand records by words takes longer than reading and sending all of them.
-- The words in braces are filled in from a fixed vocabulary, never from what somebody typed.
select string_agg(
    uuid_send(r.stream_id)
    || int8send(({key})::bigint << 32 | (r.facts * 4 + (r.is_open and coalesce(r.due_on < @as_at, false))::integer * 2 + r.missed_explained::integer)),
    '')
from {rows} r
where {where}
