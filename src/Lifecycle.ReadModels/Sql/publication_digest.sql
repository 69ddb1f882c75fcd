-- What was published, on both time axes. Only releases give rows, and a released publication is public.
create table publication_digest (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    publication          text     not null,
    title                text     not null,
    title_as_printed     text,
    kind                 text     not null,
    published_on         date     not null,
    precision            text     not null,
    published_as_printed text,
    national             boolean  not null,
    inspected            text[],
    addressed            text[]   not null,
    joint_with           text[]   not null,
    commissioned_by      text,
    source               text,
    notes                text,
    made                 integer  not null,
    primary key (stream_id, valid_from, known_from)
);

grant select, insert, update on publication_digest to lifecycle_app;
alter table publication_digest enable row level security;
create policy everyone_reads on publication_digest for select to lifecycle_app using (true);
create policy body_writes on publication_digest to lifecycle_app
    using (lifecycle.may_see(tenant_id)) with check (lifecycle.may_see(tenant_id));
