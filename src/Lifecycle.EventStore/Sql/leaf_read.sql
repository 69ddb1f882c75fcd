select index, body from lifecycle.ledger_leaf where position = $1
