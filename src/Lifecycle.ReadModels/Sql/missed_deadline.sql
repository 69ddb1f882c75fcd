-- Why the deadline that a record has was missed, on both time axes.
create table missed_deadline (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    reason      text        not null,
    -- Whether other forces missed it too; null while nobody has asked.
    shared      boolean,
    primary key (stream_id, valid_from, known_from)
);

grant select, insert, update on missed_deadline to lifecycle_app;
alter table missed_deadline enable row level security;
create policy body on missed_deadline to lifecycle_app
    using ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]))
    with check ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]));
