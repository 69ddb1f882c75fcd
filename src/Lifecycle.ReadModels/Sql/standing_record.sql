-- The last row of each record in recommendation_interval, as known: all of the nation's side by side in a few megabytes. Found there by an
-- index, each cost a look at whether its page is visible to all, which took a third of the time of a list of now.
-- A change is written into the room that is left in each page, and touches no index. Starting another process takes longer than reading it.
create table standing_record (
    stream_id   uuid        not null primary key,
    tenant_id   varchar     not null,
    valid_from  date        not null,
    known_from  timestamptz not null,
    census      bytea       not null
) with (fillfactor = 80, parallel_workers = 0);

create index standing_record_body on standing_record (tenant_id);

grant select, insert, update on standing_record to lifecycle_app;
alter table standing_record enable row level security;
create policy body on standing_record to lifecycle_app
    using ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]))
    with check ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]));

drop index recommendation_interval_standing;
