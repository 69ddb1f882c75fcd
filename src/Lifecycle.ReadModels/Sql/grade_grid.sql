-- Graded judgments, on both time axes. Grade is null where the area was looked at but not graded.
create table grade_grid (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    publication text        not null,
    body        text        not null,
    cycle       text        not null,
    area        text        not null,
    scale       text        not null,
    grade       text,
    printed     text,
    provenance  text        not null,
    note        text,
    primary key (stream_id, body, cycle, area, valid_from, known_from)
);

grant select, insert, update on grade_grid to lifecycle_app;
alter table grade_grid enable row level security;
create policy everyone_reads on grade_grid for select to lifecycle_app using (true);
create policy body_writes on grade_grid to lifecycle_app
    using (lifecycle.may_see(tenant_id)) with check (lifecycle.may_see(tenant_id));
