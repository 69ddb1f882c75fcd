select pg_notify('lifecycle_events', $1)
