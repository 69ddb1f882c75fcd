-- On its own, so that the next statement sees what the group before has committed.
select lifecycle.await_end($1, $2, $3)
