-- When records were open, on both time axes.
create table open_interval (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    kind        text        not null,
    raised_on   date        not null,
    primary key (stream_id, valid_from, known_from)
);

grant select, insert, update on open_interval to lifecycle_app;
alter table open_interval enable row level security;
create policy body on open_interval to lifecycle_app
    using ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]))
    with check ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]));
