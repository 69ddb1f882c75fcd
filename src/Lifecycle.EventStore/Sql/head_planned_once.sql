-- The same answer as before: in this language the server keeps the plan, where it made one for every group.
create or replace function lifecycle.head(out last_position bigint, out last_timestamp timestamptz)
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    last_position := coalesce((select seq_id from lifecycle.mt_events order by seq_id desc limit 1), 0);
    last_timestamp := (select timestamp from lifecycle.mt_events where timestamp > '-infinity' order by seq_id desc limit 1);
end;
$$;
