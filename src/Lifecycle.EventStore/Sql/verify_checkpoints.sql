select size, note from lifecycle.ledger_checkpoint where size > $1 order by size limit $2
