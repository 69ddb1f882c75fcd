-- Streams whose row may not be what their events say. One pass over the events finds them: it carries along as little as it can,
-- and passes over what a Marten store wrote. Only for those are the first and the last event and their leaves looked up.
-- Our events have headers, and neither a type of .NET nor a causation; of one that another program stored in the same way, the
-- leaf tells that it was taken in.
with ended as (
    select tenant_id, stream_id, max(version) as ends,
        min(timestamp) filter (where mt_dotnet_type is null and version = 1) as created,
        min(type) filter (where mt_dotnet_type is null and version = 1) as begins_with,
        max(timestamp) filter (where mt_dotnet_type is null) as changed,
        max(version) filter (where mt_dotnet_type is null) as changed_to
    from lifecycle.mt_events
    where timestamp > '-infinity'
    group by tenant_id, stream_id),
suspect as materialized (
    select coalesce(s.tenant_id, e.tenant_id) as tenant_id, coalesce(s.id, e.stream_id) as id, s.id is null as is_gone,
        count(*) over (partition by coalesce(s.id, e.stream_id)) > 1 as is_twice,
        s.version, e.ends, s.is_archived, s.created, s.timestamp, s.type, known.alias
    from lifecycle.mt_streams s
    full join ended e on e.tenant_id = s.tenant_id and e.stream_id = s.id
    left join unnest($1::varchar[], $2::varchar[]) as known (type, alias) on known.type = e.begins_with
    where s.id is null or s.is_archived is distinct from false
        or s.version is distinct from e.ends and not (e.ends is null and coalesce(s.version, 0) = 0)
        or s.created <> e.created
        or e.changed_to = e.ends and s.timestamp <> e.changed
        or known.alias is not null and s.type is distinct from known.alias)
select s.tenant_id, s.id, s.is_gone, s.is_twice, s.version, s.ends, last.seq_id, s.is_archived,
    s.created <> first.timestamp, s.timestamp <> last.timestamp, s.type, s.alias, first.leaf, last.leaf
from suspect s
left join lateral (
    select e.timestamp, (select l.body from lifecycle.ledger_leaf l where l.position = e.seq_id) as leaf
    from lifecycle.mt_events e
    where e.tenant_id = s.tenant_id and e.stream_id = s.id and e.version = 1
        and e.headers is not null and e.mt_dotnet_type is null and e.causation_id is null
    offset 0) first on true
left join lateral (
    select e.seq_id, e.timestamp,
        case when e.headers is not null and e.mt_dotnet_type is null and e.causation_id is null
            then (select l.body from lifecycle.ledger_leaf l where l.position = e.seq_id) end as leaf
    from lifecycle.mt_events e
    where e.tenant_id = s.tenant_id and e.stream_id = s.id and e.version = s.ends
    offset 0) last on true
