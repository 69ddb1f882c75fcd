select found.total, d.publication, d.title, d.title_as_printed, d.kind, d.published_on, d.precision, d.published_as_printed, d.national,
    d.inspected, d.addressed, d.joint_with, d.commissioned_by, d.source, d.notes, d.made, d.statuses, d.counts, d.claimed, d.printed_on
from (select count(*) as total from lifecycle.publication_digest d where {where}) found
left join lateral (
    select page.*, coalesce(standing.statuses, '{}') as statuses, coalesce(standing.counts, '{}') as counts,
        coalesce(standing.claimed, 0) as claimed
    from (
        select d.* from lifecycle.publication_digest d
        where {where}
        order by d.published_on desc, d.publication
        limit @limit offset @offset
    ) page
    left join lateral (
        select array_agg(status order by status) as statuses, array_agg(count order by status) as counts,
            sum(claimed)::bigint as claimed
        from (
            select r.status, count(*), count(*) filter (where r.claims_implemented and r.status <> 'not-relevant') as claimed
            from {rows} r
            where r.publication = page.publication and {records}
            group by r.status
        ) one
    ) standing on true
) d on true
order by d.published_on desc, d.publication
