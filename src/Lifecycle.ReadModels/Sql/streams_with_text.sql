-- Streams with an event that has exactly this text anywhere. Reads every event: asked once in a long while, before a text is erased.
select distinct tenant_id, stream_id
from lifecycle.mt_events
where jsonb_path_exists(data, '$.** ? (@ == $text)', jsonb_build_object('text', @text::text))
limit @most
