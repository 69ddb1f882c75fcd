-- Tables like the product's own, with the same keys and indexes, for commands written by hand.
drop schema if exists bench_floor cascade;
create schema bench_floor;
create table bench_floor.mt_streams (like lifecycle.mt_streams including all);
create table bench_floor.mt_events (like lifecycle.mt_events including all);
create table bench_floor.recommendation_status (like lifecycle.recommendation_status including all excluding generated);
alter table bench_floor.mt_events add foreign key (tenant_id, stream_id) references bench_floor.mt_streams (tenant_id, id);
create sequence bench_floor.position;
