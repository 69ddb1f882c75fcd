-- Streams that do not end where their events do.
select s.tenant_id, s.id, s.version, e.version, coalesce(s.is_archived, false)
from lifecycle.mt_streams s
full join (
    select tenant_id, stream_id, max(version) as version
    from lifecycle.mt_events where timestamp > '-infinity'
    group by tenant_id, stream_id) e on e.tenant_id = s.tenant_id and e.stream_id = s.id
where s.version is distinct from e.version and not (e.version is null and coalesce(s.version, 0) = 0) or s.is_archived
limit 20
