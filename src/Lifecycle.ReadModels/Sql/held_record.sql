-- From which day the register held a record, on both time axes. Written once for each record, and when that day is corrected.
create table held_record (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    kind        text        not null,
    publication text        not null,
    number      text        not null,
    primary key (stream_id, valid_from, known_from)
);

grant select, insert, update on held_record to lifecycle_app;
alter table held_record enable row level security;
create policy body on held_record to lifecycle_app
    using ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]))
    with check ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]));
