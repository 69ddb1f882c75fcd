-- The register as it is now: one row for each record.
create table recommendation_status (
    stream_id          uuid     not null primary key,
    tenant_id          varchar  not null,
    reference          text     not null,
    publication        text     not null,
    number             text     not null,
    kind               text     not null,
    soft               boolean  not null,
    body               text     not null,
    title              text     not null,
    level              integer,
    status             text     not null,
    status_since       date     not null,
    owner              text,
    board              text,
    rag                text,
    due_on             date,
    missed_explained   boolean  not null,
    forecast           date,
    parent             text,
    raised_on          date     not null,
    on_risk_register   boolean  not null,
    claims_implemented boolean  not null,
    is_open            boolean  not null,
    summary            text     not null,
    version            bigint   not null,
    last_position      bigint   not null,
    last_recorded_at   timestamptz not null,
    steps              integer  not null,
    steps_met          integer  not null,
    evidence           integer  not null
) with (fillfactor = 80);

grant select, insert, update on recommendation_status to lifecycle_app;
alter table recommendation_status enable row level security;
create policy body on recommendation_status to lifecycle_app
    using (lifecycle.may_see(tenant_id)) with check (lifecycle.may_see(tenant_id));
