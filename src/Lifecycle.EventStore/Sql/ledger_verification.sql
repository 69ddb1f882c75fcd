-- Every verification of the history, and every refusal to sign: when, by whom, what was looked at, and what came of it.
create table lifecycle.ledger_verification (
    id          bigint      generated always as identity,
    verified_at timestamptz not null,
    actor       varchar     not null,
    what        varchar     not null,
    holds       boolean     not null,
    result      jsonb       not null,
    constraint pk_ledger_verification primary key (id)
);
