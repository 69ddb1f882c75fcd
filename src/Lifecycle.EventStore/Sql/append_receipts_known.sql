select command_id, fingerprint, first_position, event_count
from lifecycle.command_receipt
where command_id = any ($1)
