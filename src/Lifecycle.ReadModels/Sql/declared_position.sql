-- Open counts as papers printed them. A figure holds for its own day, as_at, so only known_from and known_to ever change.
create table declared_position (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    position    text        not null,
    subject     text        not null,
    body        text,
    as_at       date        not null,
    kind        text        not null,
    count       numeric,
    source      text        not null,
    note        text,
    primary key (stream_id, kind, valid_from, known_from)
);

grant select, insert, update on declared_position to lifecycle_app;
alter table declared_position enable row level security;
create policy everyone_reads on declared_position for select to lifecycle_app using (true);
create policy body_writes on declared_position to lifecycle_app
    using (lifecycle.may_see(tenant_id)) with check (lifecycle.may_see(tenant_id));
