-- What changed with a record on a day, valid_from, which is the only day it holds for.
create table movement (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    what        text        not null,
    reference   text        not null,
    from_status text,
    to_status   text,
    from_due    date,
    to_due      date,
    primary key (stream_id, what, valid_from, known_from)
);

grant select, insert, update on movement to lifecycle_app;
alter table movement enable row level security;
create policy body on movement to lifecycle_app
    using ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]))
    with check ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]));
