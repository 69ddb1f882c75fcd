select index, position, tenant_id, body, hash, salts, source from lifecycle.ledger_leaf order by index
