-- What lifecycle.may_see tells of one row, for all rows of a statement: a policy asks in a subquery of its own, which runs
-- once. Asked row by row, reading the setting cost more than reading the row.
create function lifecycle.sees_all() returns boolean
    language sql stable parallel safe
    return current_setting('lifecycle.bodies', true) = '*';

create function lifecycle.seen_bodies() returns varchar[]
    language sql stable parallel safe
    return string_to_array(current_setting('lifecycle.bodies', true), ',')::varchar[];
