create index board_meeting_body on board_meeting (tenant_id, valid_from);
