select last_position, last_timestamp from lifecycle.head()
