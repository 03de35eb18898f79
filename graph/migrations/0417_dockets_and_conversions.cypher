// The numbers of filed cases shared a counter with those of registered leads: they count by themselves from now on,
// after the last one that was given in each year.
MATCH (n:DocumentNumber {series: 'case'})
WITH n.year AS year, max(n.serial) AS last
MERGE (s:Series {key: 'docket:' + toString(year)})
SET s.last = CASE WHEN coalesce(s.last, 0) < last THEN last ELSE s.last END;
// A conversion that was proposed before the decision, or before the investigation was reopened, waits for nobody any
// more: the next beat folds those cases anew, so that lists and inboxes say so before their next event.
MATCH (c:Case)
WHERE c.stage IN ['investigation', 'handling', 'handling_notice', 'handling_decision', 'handling_execution']
SET c.next_mark = '2000-01-01T00:00:00.000000Z';
