-- Run under the lock after a broken commit: which of the group's events are there?
select count(*)
from lifecycle.mt_events
join unnest($1::bigint[], $2::uuid[]) as mine (seq_id, id) using (seq_id, id)
