-- The register on both time axes. A row is never overwritten: new knowledge closes it (known_to) and adds another.
create table recommendation_interval (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
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
    primary key (stream_id, valid_from, known_from)
) with (fillfactor = 90);

grant select, insert, update on recommendation_interval to lifecycle_app;
alter table recommendation_interval enable row level security;
create policy body on recommendation_interval to lifecycle_app
    using (lifecycle.may_see(tenant_id)) with check (lifecycle.may_see(tenant_id));
