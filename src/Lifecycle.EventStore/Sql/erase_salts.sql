update lifecycle.ledger_leaf set salts = $2 where index = $1
