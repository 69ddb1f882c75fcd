-- Open records with what a position counts of them, on both time axes.
create table position_interval (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    kind        text        not null,
    level       integer,
    status      text        not null,
    publication text        not null,
    -- How long it held, or else how long it was known, as a power of two: n is 2^(n-1) days or more and less than 2^n.
    -- Of the rows of one span, those that hold on a day began in the 2^n days before it: an index finds them and few others.
    span        smallint    generated always as (width_bucket(
        case
            when valid_to < 'infinity' then valid_to - valid_from
            when known_to < 'infinity' then 1 + (known_to at time zone 'UTC')::date - (known_from at time zone 'UTC')::date
        end,
        array[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144, 524288])) stored,
    primary key (stream_id, valid_from, known_from)
) with (fillfactor = 90);

grant select, insert, update on position_interval to lifecycle_app;
alter table position_interval enable row level security;
create policy body on position_interval to lifecycle_app
    using ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]))
    with check ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]));
