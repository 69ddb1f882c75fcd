-- Lists in these orders are made from the lines of the register. Nobody asked these indexes, and every new record was written into each.
drop index recommendation_status_raised, recommendation_status_due, recommendation_status_level;
