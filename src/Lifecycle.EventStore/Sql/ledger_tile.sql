-- Full tiles only: 256 hashes each, and the hash of the subtree that they make, which is one of the 256 of the level above.
create table lifecycle.ledger_tile (
    level  int    not null,
    index  bigint not null,
    hashes bytea  not null,
    root   bytea  not null,
    constraint pk_ledger_tile primary key (level, index)
);
