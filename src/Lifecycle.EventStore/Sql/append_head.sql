select head.last_position, head.last_timestamp, leaves.size, leaves.last_position
from lifecycle.head() head, lifecycle.ledger_end() leaves
