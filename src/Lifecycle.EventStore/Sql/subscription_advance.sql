insert into lifecycle.mt_event_progression as p (name, last_seq_id, last_updated)
values ($1, $2, transaction_timestamp())
on conflict (name) do update
set last_seq_id = greatest(p.last_seq_id, excluded.last_seq_id), last_updated = excluded.last_updated
