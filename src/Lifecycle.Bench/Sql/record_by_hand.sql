select reference, title, status, status_since, level, owner, board, rag, due_on, evidence from lifecycle.recommendation_status where stream_id = $1
