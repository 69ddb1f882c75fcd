-- Every event of every stream. What happened is in mt_events.data, at the same position.
create table audit_history (
    position       bigint      not null primary key,
    tenant_id      varchar     not null,
    stream_id      uuid        not null,
    version        bigint      not null,
    type           text        not null,
    recorded_at    timestamptz not null,
    effective_on   date        not null,
    entered_late   boolean     not null,
    actor          text        not null,
    role           text        not null,
    body           text        not null,
    rule           text,
    transcribed_by text,
    source         text,
    status_after   text
);

grant select, insert on audit_history to lifecycle_app;
alter table audit_history enable row level security;
create policy body on audit_history to lifecycle_app
    using (lifecycle.may_see(tenant_id)) with check (lifecycle.may_see(tenant_id));
