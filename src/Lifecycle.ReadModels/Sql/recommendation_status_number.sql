-- One record of a report with every body that answers for it. Neither ever changes.
create index recommendation_status_number on recommendation_status (publication, number);
