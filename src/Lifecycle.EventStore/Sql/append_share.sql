-- A large append shares the lock while others take the places before it; the group that ends it names the place where it ends.
select pg_advisory_xact_lock_shared($1), set_config('lifecycle.bodies', $2, true)
