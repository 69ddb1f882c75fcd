-- Rows that are there and should not be, rows that should be there and are not, and a stream that has one. Streams that have
-- grown since the rows were made anew are left out: theirs are younger.
with grown as (
    select distinct stream_id from lifecycle.mt_events where seq_id > $1
), live as (
    select stream_id, t::text as fields from lifecycle.{model} t where stream_id not in (select stream_id from grown)
), anew as (
    select stream_id, t::text as fields from {schema}.{model} t where stream_id not in (select stream_id from grown)
), unexpected as (
    table live except all table anew
), missing as (
    table anew except all table live
)
select (select count(*) from unexpected), (select count(*) from missing),
    coalesce((select stream_id from unexpected order by stream_id limit 1), (select stream_id from missing order by stream_id limit 1))
