// What is suspected of fraud and nobody weighed stands on the nodes of open cases: the next beat folds them anew,
// so that the page of the year lists them before their next event.
MATCH (c:Case)
WHERE c.is_open
SET c.next_mark = '2000-01-01T00:00:00.000000Z';
