-- A page of the register beside the counts of what else could be chosen: row by row a count and a record, as far as there are.
-- Each count leaves out its own choice and obeys all others; those of the four words and of lateness do so in the program.
-- A record of the page is read by itself (limit 1): joined, all of that point would be read for it.
-- The words in braces are filled in from a fixed vocabulary, never from what somebody typed.
with found as materialized (
    select r.stream_id, r.reference, {key} as key, {owner} as owner, {board} as board,
        r.facts, r.is_open and coalesce(r.due_on < @as_at, false) as late, r.missed_reason is not null as explained,
        {in_facts} as in_facts, {in_owner} as in_owner, {in_board} as in_board
    from {rows} r
    where {where}
),
counted as (
    select facts * 4 + late::integer * 2 + explained::integer as facts, {word} as word,
        case when grouping(facts) = 0 then 'facts' {choices} end as choice,
        case when grouping(facts) = 0 then count(*) filter (where in_owner and in_board) {counts} end as count
    from found
    group by grouping sets ((facts, late, explained){sets})
),
ranked as (
    select *, count(*) over (partition by choice) as of,
        row_number() over (partition by choice order by word = any(@chosen) desc, count desc, word) as place
    from counted
    where count > 0 and (word is not null or facts is not null)
),
choices as (
    select ranked.*, row_number() over () as line
    from ranked
    where choice = 'facts' or place <= 50
),
page as (
    select p.*, row_number() over (order by p.key {direction}, p.reference) as line
    from (
        select stream_id, reference, key from found where in_facts and in_owner and in_board
        order by key {direction}, reference
        limit @limit offset @offset
    ) p
)
select c.choice, c.facts, c.word, null::text, c.count, c.of, r.reference, r.publication, r.number, r.kind, r.soft, r.body, r.title, r.level, r.status,
    r.status_since, r.owner, r.board, r.rag, r.due_on, r.missed_reason, r.missed_shared, r.forecast, r.parent, r.raised_on, r.on_risk_register, r.claims_implemented
from choices c
full join page using (line)
left join lateral (select * from {rows} r where r.stream_id = page.stream_id limit 1) r on true
order by line
