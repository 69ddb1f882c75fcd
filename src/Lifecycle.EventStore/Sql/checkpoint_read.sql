select note from lifecycle.ledger_checkpoint where size = $1
