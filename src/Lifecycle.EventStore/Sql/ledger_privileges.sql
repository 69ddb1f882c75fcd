-- What was recorded, signed or found out is only ever added to.
grant select, insert on lifecycle.ledger_leaf to lifecycle_app;
grant select, insert on lifecycle.ledger_tile to lifecycle_app;
grant select, insert on lifecycle.ledger_checkpoint to lifecycle_app;
grant select, insert on lifecycle.ledger_cosignature to lifecycle_app;
grant select, insert on lifecycle.ledger_key to lifecycle_app;
grant select on lifecycle.ledger_log to lifecycle_app;
grant select, insert on lifecycle.ledger_verification to lifecycle_app;

revoke all on function lifecycle.ledger_end() from public;
grant execute on function lifecycle.ledger_end() to lifecycle_app;
revoke all on function lifecycle.ledger_hashes(bigint, bigint) from public;
grant execute on function lifecycle.ledger_hashes(bigint, bigint) to lifecycle_app;
