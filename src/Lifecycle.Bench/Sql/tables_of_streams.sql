-- Every table with rows of streams, the column that names the stream, and the columns that are stored and not computed.
-- Streams first: events refer to them.
select c.relname, key.attname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
from pg_class c
join pg_attribute key on key.attrelid = c.oid and key.attname = case c.relname when 'mt_streams' then 'id' else 'stream_id' end
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where c.relnamespace = 'lifecycle'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
group by c.relname, key.attname
order by c.relname <> 'mt_streams', c.relname
