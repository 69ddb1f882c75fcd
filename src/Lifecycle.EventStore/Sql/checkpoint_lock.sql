-- One at a time signs, in every process. Whoever appends never waits for it.
select pg_advisory_xact_lock($1), set_config('lifecycle.bodies', '*', true)
