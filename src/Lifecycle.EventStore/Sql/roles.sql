-- Roles belong to the whole server, so another database of ours may create this one at the same moment.
do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'lifecycle_app') then
        create role lifecycle_app nologin;
    end if;
exception
    when duplicate_object or unique_violation then null;
end
$$;
