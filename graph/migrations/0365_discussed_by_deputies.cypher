// Cases that wait for the leaders together wait for the deputy heads among them, too, and not only after the
// case's next event: what waits for head, supervisor and legal reviewer at once is discussed or decided by all.
MATCH (c:Case)
WHERE all(role IN ['head', 'supervisor', 'legal_reviewer'] WHERE role IN coalesce(c.waits_for, []))
  AND NOT 'deputy_head' IN c.waits_for
SET c.waits_for = c.waits_for + 'deputy_head';
