-- Whoever takes the append lock alone waits for those who share it, and they for him. The second lock lasts as long as this transaction:
-- the group that follows waits for it before it commits.
select pg_advisory_xact_lock_shared($1), pg_advisory_xact_lock($2, $3), set_config('lifecycle.bodies', $4, true)
