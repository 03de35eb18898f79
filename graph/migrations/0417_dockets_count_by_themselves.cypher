// The numbers of filed cases shared a counter with those of registered leads: they count by themselves from now on,
// after the last one that was given in each year.
MATCH (n:DocumentNumber {series: 'case'})
WITH n.year AS year, max(n.serial) AS last
MERGE (s:Series {key: 'docket:' + toString(year)})
SET s.last = CASE WHEN coalesce(s.last, 0) < last THEN last ELSE s.last END;
