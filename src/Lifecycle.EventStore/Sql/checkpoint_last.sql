select size, note from lifecycle.ledger_checkpoint order by size desc limit 1
