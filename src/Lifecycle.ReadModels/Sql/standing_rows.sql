-- How each record stands, and since when. Where no word of recommendation_status is asked for, PostgreSQL leaves that table out.
(
    select s.stream_id, s.tenant_id, s.valid_from, s.known_from, s.census, {words}
    from lifecycle.standing_record s
    left join lifecycle.recommendation_status w on w.stream_id = s.stream_id
)
