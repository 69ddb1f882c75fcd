-- Stands behind the application's own checks: what a query forgets to filter, the database still hides.
alter table lifecycle.mt_streams enable row level security;
alter table lifecycle.mt_events enable row level security;

create policy body on lifecycle.mt_streams to lifecycle_app
    using (lifecycle.may_see(tenant_id)) with check (lifecycle.may_see(tenant_id));
create policy body on lifecycle.mt_events to lifecycle_app
    using (lifecycle.may_see(tenant_id)) with check (lifecycle.may_see(tenant_id));
