-- Marten 9's table, to the letter: a Marten store opened on this database must find what it expects.
create table lifecycle.mt_streams (
    tenant_id   varchar     not null default '*DEFAULT*',
    id          uuid        not null,
    type        varchar,
    version     bigint,
    timestamp   timestamptz not null default now(),
    created     timestamptz not null default now(),
    is_archived boolean              default false,
    constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id)
);
