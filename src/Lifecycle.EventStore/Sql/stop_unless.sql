-- Ends a group's transaction when what it was planned on is not so. Its SQLSTATE is the application's own.
create function lifecycle.stop_unless(holds boolean) returns void
    language plpgsql immutable parallel safe
as $$
begin
    if holds is not true then
        raise exception 'another writer was here' using errcode = 'LC001';
    end if;
end;
$$;
