-- The name of this database's log, made once.
create table lifecycle.ledger_log (
    origin varchar not null,
    one    boolean not null default true,
    constraint pk_ledger_log primary key (one),
    constraint ck_ledger_log_one check (one)
);

insert into lifecycle.ledger_log (origin)
values ('lifecycle.example/' || left(replace(gen_random_uuid()::text, '-', ''), 8));
