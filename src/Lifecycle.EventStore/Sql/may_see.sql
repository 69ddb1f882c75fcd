-- Whose rows this transaction may see: '*', or ids of bodies with commas between them; unset means nobody's.
-- Plain SQL in one expression, so that the planner can inline it.
create function lifecycle.may_see(tenant varchar) returns boolean
    language sql stable parallel safe
    return current_setting('lifecycle.bodies', true) = '*'
        or tenant = any (string_to_array(current_setting('lifecycle.bodies', true), ','));
