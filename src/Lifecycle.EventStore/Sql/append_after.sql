-- On its own, so that the next statement sees what the group before has committed.
select pg_advisory_xact_lock_shared($1, $2)
