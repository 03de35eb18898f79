// Measures that were decided or lifted and wait for the service of that: the next beat folds their subjects anew,
// so that inboxes and lists name them before their next event.
MATCH (m:Measure)-[:AGAINST]->(s:Measured)
WHERE NOT m.open AND (NOT m.imposed OR m.over_at IS NOT NULL)
SET s.next_mark = '2000-01-01T00:00:00.000000Z';
