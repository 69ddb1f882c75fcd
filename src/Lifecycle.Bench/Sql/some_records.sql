select reference, stream_id from lifecycle.recommendation_status order by md5(reference) limit $1
