// Measures that were imposed before the queue was kept, or while what stands before them rested, are looked
// at by the beat once: it moves what waits where the end before it moved, and writes its next moment anew.
MATCH (s:Measured)
WHERE EXISTS { MATCH (m:Measure)-[:AGAINST]->(s) WHERE m.starts_at IS NOT NULL }
SET s.next_mark = '2000-01-01T00:00:00.000000Z';
