// What the agency decides waits for its own head, and not only after the next event of the case or file.
MATCH (c:Case {stage: 'handling_decision'})
WHERE 'agency_officer' IN coalesce(c.waits_for, []) AND 'supervisor' IN c.waits_for
SET c.waits_for = [role IN c.waits_for WHERE NOT role IN ['agency_officer', 'supervisor', 'head']] + 'agency_head';

MATCH (f:DoctorFile)
WHERE 'agency_officer' IN coalesce(f.waits_for, []) AND 'supervisor' IN f.waits_for
  AND NOT 'agency_head' IN f.waits_for
SET f.waits_for = f.waits_for + 'agency_head';
