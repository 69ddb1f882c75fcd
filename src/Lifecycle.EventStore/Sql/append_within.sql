-- A group that is stored while a large append is being written. It must not wait for the lock: whoever is to have it alone waits for that
-- append, which waits for this group.
select lifecycle.stop_unless(pg_try_advisory_xact_lock_shared($1)), pg_advisory_xact_lock($2, $3), set_config('lifecycle.bodies', $4, true)
