// What a case is about counts the listed lines where they come to more than its findings. The beat
// folds a stream anew whose moment has come and of which nothing is to be said: the list then tells
// the same amount as the case, without waiting for the case's next event.
MATCH (c:Case) WHERE c.updated_at IS NOT NULL
SET c.next_mark = c.updated_at;
