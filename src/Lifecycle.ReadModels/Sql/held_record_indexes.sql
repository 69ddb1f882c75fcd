create index held_record_body on held_record (tenant_id, kind, valid_from);
create index held_record_publication on held_record (publication, kind);
