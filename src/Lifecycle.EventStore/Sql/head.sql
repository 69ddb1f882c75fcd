-- The highest position and the latest time, whoever may see them: a writer allowed one body must still take the next
-- position of all. It tells nothing else. Tombstones of a Marten store hold a position but have no time.
create function lifecycle.head(out last_position bigint, out last_timestamp timestamptz)
    language sql stable security definer
    set search_path = pg_catalog
    return (
        coalesce((select seq_id from lifecycle.mt_events order by seq_id desc limit 1), 0),
        (select timestamp from lifecycle.mt_events where timestamp > '-infinity' order by seq_id desc limit 1));
