-- That a board was told of a record on a day, valid_from, which is the only day it holds for.
create table board_meeting (
    tenant_id   varchar     not null,
    stream_id   uuid        not null,
    valid_from  date        not null,
    valid_to    date        not null,
    known_from  timestamptz not null,
    known_to    timestamptz not null,
    board       text        not null,
    primary key (stream_id, board, valid_from, known_from)
);

grant select, insert, update on board_meeting to lifecycle_app;
alter table board_meeting enable row level security;
create policy body on board_meeting to lifecycle_app
    using ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]))
    with check ((select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[]));
