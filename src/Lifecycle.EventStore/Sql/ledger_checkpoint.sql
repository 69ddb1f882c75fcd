-- Every checkpoint that was signed, as the signed note that went out.
create table lifecycle.ledger_checkpoint (
    size      bigint      not null,
    note      bytea       not null,
    signed_at timestamptz not null,
    constraint pk_ledger_checkpoint primary key (size)
);
