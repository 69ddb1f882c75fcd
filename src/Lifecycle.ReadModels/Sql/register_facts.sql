-- The four words that a register is filtered and counted by, as one number: level (0 is unknown), then rating (0 is none), kind and
-- status by their place in these lists. Counting a hundred thousand numbers takes a fifth of the time of counting their words.
alter table recommendation_status add column facts integer not null generated always as (
    coalesce(level, 0)
    + 8 * coalesce(array_position(array['red', 'amber', 'green'], rag), 0)
    + 32 * array_position(array['recommendation', 'area-for-improvement', 'cause-of-concern', 'area-for-priority-action', 'encouragement'], kind)
    + 256 * array_position(array['raised', 'not-relevant', 'in-progress', 'steps-evidenced', 'closure-recommended', 'signed-off',
        'closed-not-applicable', 'superseded', 'withdrawn'], status)
) stored;

alter table recommendation_interval
    add column facts integer not null generated always as (
        coalesce(level, 0)
        + 8 * coalesce(array_position(array['red', 'amber', 'green'], rag), 0)
        + 32 * array_position(array['recommendation', 'area-for-improvement', 'cause-of-concern', 'area-for-priority-action', 'encouragement'], kind)
        + 256 * array_position(array['raised', 'not-relevant', 'in-progress', 'steps-evidenced', 'closure-recommended', 'signed-off',
            'closed-not-applicable', 'superseded', 'withdrawn'], status)
    ) stored,
    -- As in position_interval: how long it held, or else how long it was known, as a power of two.
    add column span smallint generated always as (width_bucket(
        case
            when valid_to < 'infinity' then valid_to - valid_from
            when known_to < 'infinity' then 1 + (known_to at time zone 'UTC')::date - (known_from at time zone 'UTC')::date
        end,
        array[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144, 524288])) stored;
