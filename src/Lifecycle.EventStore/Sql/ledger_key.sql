-- Verifier keys: of the log itself, one after the other, and of its witnesses. A key that was replaced still verifies what it signed.
create table lifecycle.ledger_key (
    verifier_key varchar     not null,
    role         varchar     not null,
    since        timestamptz not null,
    constraint pk_ledger_key primary key (verifier_key)
);
