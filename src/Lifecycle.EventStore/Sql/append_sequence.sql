-- Never lowers it: a Marten store may have taken numbers that it has not stored yet.
select setval('lifecycle.mt_events_sequence', $1)
from lifecycle.mt_events_sequence
where last_value < $1 or not is_called
