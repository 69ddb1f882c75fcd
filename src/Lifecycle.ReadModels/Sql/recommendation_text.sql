-- What a search for words looks through, on both time axes.
create table recommendation_text (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    reference   text        not null,
    title       text        not null,
    summary     text        not null,
    words       tsvector    not null generated always as (to_tsvector('english', title || ' ' || summary)) stored,
    primary key (stream_id, valid_from, known_from)
);

grant select, insert, update on recommendation_text to lifecycle_app;
alter table recommendation_text enable row level security;
create policy body on recommendation_text to lifecycle_app
    using (lifecycle.may_see(tenant_id)) with check (lifecycle.may_see(tenant_id));
