select head.last_position, leaves.last_position, leaves.size, coalesce((select max(size) from lifecycle.ledger_checkpoint), -1)
from lifecycle.head() head, lifecycle.ledger_end() leaves
