// Messages about a case are a kind of notice of their own: whoever wanted to hear of every kind hears
// of them, too.
MATCH (c:NoticeChoice)
WHERE all(kind IN ['step', 'task', 'warning', 'overdue', 'lapsed', 'served', 'measure', 'points',
                   'inspection', 'evidence', 'parameter', 'job'] WHERE kind IN c.kinds)
  AND NOT 'message' IN c.kinds
SET c.kinds = c.kinds + 'message';
