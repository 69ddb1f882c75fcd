insert into lifecycle.command_receipt (command_id, fingerprint, first_position, event_count, recorded_at)
select command_id, fingerprint, first_position, event_count, $5
from unnest($1::uuid[], $2::varchar[], $3::bigint[], $4::int[])
    as r (command_id, fingerprint, first_position, event_count)
