-- The group may have been planned on what its writer remembers: a stream that is elsewhere stops it.
with moved as (
    update lifecycle.mt_streams s set version = given.version, timestamp = $5
    from unnest($1::varchar[], $2::uuid[], $3::bigint[], $4::bigint[]) as given (tenant_id, id, before, version)
    where s.tenant_id = given.tenant_id and s.id = given.id and coalesce(s.version, 0) = given.before
    returning s.id)
select lifecycle.stop_unless(count(*) = cardinality($2::uuid[])) from moved
