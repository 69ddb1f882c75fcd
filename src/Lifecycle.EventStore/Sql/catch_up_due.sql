-- Asked all the time, so it must never read more than it has to: the events in order, from where one may still come to light late. Of so
-- many at most, each is looked up among the leaves; if all of them have one, there was none after the last leaf.
with since as materialized (select last_position - $1 as position from lifecycle.ledger_end()),
late as materialized (
    select e.seq_id
    from lifecycle.mt_events e
    where e.seq_id > (select position from since) and e.timestamp > '-infinity'
    order by e.seq_id
    limit $1 + 1)
select exists (
    select from late where (select l.position from lifecycle.ledger_leaf l where l.position = late.seq_id) is null)
