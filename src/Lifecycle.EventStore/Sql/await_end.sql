-- Returns when the group that ends at a position has ended, stored or not. A group holds its lock from its first statement on; one whose
-- process the machine has not let begin yet has no lock, and is looked for again. Each look gives its lock back, or that group would wait
-- for this one.
create function lifecycle.await_end(locks int, lock int, last bigint) returns void
    language plpgsql
as $$
begin
    for look in 1..20 loop
        perform pg_advisory_lock_shared(locks, lock);
        perform pg_advisory_unlock_shared(locks, lock);
        -- Set before the group's commit, and so while it has its lock.
        exit when (select last_value >= last from lifecycle.mt_events_sequence);
        perform pg_sleep(0.001);
    end loop;
end;
$$;
