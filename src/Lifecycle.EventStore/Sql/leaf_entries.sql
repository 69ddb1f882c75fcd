select body from lifecycle.ledger_leaf where index >= $1 and index < $1 + $2 order by index
