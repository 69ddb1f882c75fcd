-- How a leaf came about was in no hash, so it could be changed unseen. Now the leaf itself says of an event that it was taken in.
alter table lifecycle.ledger_leaf drop column source;
