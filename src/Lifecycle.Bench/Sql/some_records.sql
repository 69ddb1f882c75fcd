-- Of the generated ones: what other measures published since did not exist on the days that pages ask about.
select reference, stream_id from lifecycle.recommendation_status where raised_on < '2025-12-31' order by md5(reference) limit $1
