-- Counts that publications print without their records, on both time axes.
create table publication_count (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    publication text        not null,
    subject     text        not null,
    counted     text        not null,
    count       integer,
    source      text        not null,
    note        text,
    primary key (stream_id, subject, counted, source, valid_from, known_from)
);

grant select, insert, update on publication_count to lifecycle_app;
alter table publication_count enable row level security;
create policy everyone_reads on publication_count for select to lifecycle_app using (true);
create policy body_writes on publication_count to lifecycle_app
    using (lifecycle.may_see(tenant_id)) with check (lifecycle.may_see(tenant_id));
