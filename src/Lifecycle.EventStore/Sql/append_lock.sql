-- One writer at a time, in every process: positions are gapless and in the order of commits because of this line.
-- On its own, so that the next statement's snapshot is taken after the lock.
select pg_advisory_xact_lock($1), set_config('lifecycle.bodies', $2, true)
