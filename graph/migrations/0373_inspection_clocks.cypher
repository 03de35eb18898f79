// Inspections have deadlines: those that are not over are looked at once by the next beat.
CREATE INDEX inspection_mark IF NOT EXISTS FOR (n:Inspection) ON (n.next_mark);
MATCH (i:Inspection) WHERE NOT i.stage IN ['closed', 'cancelled']
SET i.next_mark = '2000-01-01T00:00:00.000000Z';
