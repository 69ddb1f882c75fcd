-- A stream's row is written anew with each of its events: with room beside it, no index has to follow.
alter table lifecycle.mt_streams set (fillfactor = 70);
