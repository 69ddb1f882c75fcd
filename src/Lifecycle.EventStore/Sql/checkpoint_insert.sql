insert into lifecycle.ledger_checkpoint (size, note, signed_at) values ($1, $2, $3)
