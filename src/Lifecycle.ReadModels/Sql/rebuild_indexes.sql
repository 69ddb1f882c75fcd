-- What puts the rows of tables in order: how to drop each key and index, and how to make it again under the same name.
select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
       format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
from pg_constraint c
join pg_class t on t.oid = c.conrelid
where t.relnamespace = @schema::regnamespace and t.relname = any(@tables) and c.contype in ('p', 'u')
union all
select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
from pg_index i
join pg_class t on t.oid = i.indrelid
where t.relnamespace = @schema::regnamespace and t.relname = any(@tables)
  and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
