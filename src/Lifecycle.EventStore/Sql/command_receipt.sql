-- The outcome of a command, so that a retry finds it. The command's events have consecutive positions.
create table lifecycle.command_receipt (
    command_id     uuid        not null,
    fingerprint    varchar     not null,
    first_position bigint      not null,
    event_count    int         not null,
    recorded_at    timestamptz not null,
    constraint pk_command_receipt primary key (command_id)
);

create index ix_command_receipt_recorded_at on lifecycle.command_receipt (recorded_at);
