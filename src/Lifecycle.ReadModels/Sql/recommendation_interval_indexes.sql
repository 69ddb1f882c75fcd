-- By the end of validity: most questions are about today or lately, when few rows have not ended yet.
create index recommendation_interval_body on recommendation_interval (tenant_id, valid_to, valid_from);
create index recommendation_interval_publication on recommendation_interval (publication, valid_to);
create index recommendation_interval_reference on recommendation_interval (reference, valid_from);
