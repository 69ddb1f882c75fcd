-- When a checkpoint was stored is no part of what was signed, so nobody could tell whether it was changed. Nothing read it.
alter table lifecycle.ledger_checkpoint drop column signed_at;
