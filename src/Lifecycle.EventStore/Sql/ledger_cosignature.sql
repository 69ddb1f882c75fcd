-- Signature lines that witnesses added to a checkpoint.
create table lifecycle.ledger_cosignature (
    size        bigint      not null,
    key_name    varchar     not null,
    line        varchar     not null,
    received_at timestamptz not null,
    constraint pk_ledger_cosignature primary key (size, line),
    constraint fk_ledger_cosignature_size foreign key (size) references lifecycle.ledger_checkpoint (size)
);
