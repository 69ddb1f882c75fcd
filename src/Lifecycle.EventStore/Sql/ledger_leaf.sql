-- One leaf for each event, numbered from 0: the event as canonical JSON, kept as written, and its hash in the tree.
-- salts: 32 bytes for each commitment in the body, in their order there. source: 'append', or 'catch-up' for what another
-- program stored.
create table lifecycle.ledger_leaf (
    index     bigint  not null,
    position  bigint  not null,
    tenant_id varchar not null,
    body      bytea   not null,
    hash      bytea   not null,
    salts     bytea   not null,
    source    varchar not null,
    constraint pk_ledger_leaf primary key (index),
    constraint uq_ledger_leaf_position unique (position)
);
