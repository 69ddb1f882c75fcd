create unique index recommendation_status_reference on recommendation_status (reference);
create index recommendation_status_body on recommendation_status (tenant_id, reference);
create index recommendation_status_publication on recommendation_status (publication, reference);
create index recommendation_status_status on recommendation_status (status, reference);
create index recommendation_status_parent on recommendation_status (parent) where parent is not null;
create index recommendation_status_due on recommendation_status (due_on) where is_open and due_on is not null;
