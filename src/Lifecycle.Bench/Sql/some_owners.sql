-- Those of records, so that who owns many is asked about often.
select owner, board from lifecycle.recommendation_status where owner is not null and board is not null order by md5(reference) limit $1
