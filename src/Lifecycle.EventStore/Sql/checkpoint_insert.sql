insert into lifecycle.ledger_checkpoint (size, note) values ($1, $2)
