-- What waits for a sign-off, on both time axes. Whose sign-off it is depends on the day's rules, so the query is told them.
create table sign_off_queue (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    reference      text     not null,
    publication    text     not null,
    body           text     not null,
    title          text     not null,
    kind           text     not null,
    level          integer,
    recommended_on date     not null,
    recommended_by text     not null,
    statement      text     not null,
    evidence       integer  not null,
    primary key (stream_id, valid_from, known_from)
);

grant select, insert, update on sign_off_queue to lifecycle_app;
alter table sign_off_queue enable row level security;
create policy body on sign_off_queue to lifecycle_app
    using (lifecycle.may_see(tenant_id)) with check (lifecycle.may_see(tenant_id));
