select last_position, last_timestamp, leaves.size, leaves.last_position
from lifecycle.head(), lifecycle.ledger_end() leaves (size, last_position)
