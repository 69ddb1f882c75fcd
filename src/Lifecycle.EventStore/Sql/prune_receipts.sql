delete from lifecycle.command_receipt where recorded_at < $1
