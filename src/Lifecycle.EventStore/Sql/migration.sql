-- What has been done to this database, once for each numbered step. Created before any step runs.
create table if not exists lifecycle.migration (
    component  varchar     not null,
    number     int         not null,
    name       varchar     not null,
    sha256     varchar     not null,
    applied_at timestamptz not null default now(),
    constraint pk_migration primary key (component, number)
);
