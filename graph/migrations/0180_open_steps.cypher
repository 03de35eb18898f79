// Notices of a step that waits are found by what they wait in, until the step is gone.
CREATE INDEX notice_waits IF NOT EXISTS FOR (n:Notice) ON (n.waits_in);
// Those that were written before: their key is stream:seq:step:account.
MATCH (n:Notice {kind: 'step'}) WHERE n.waits_in IS NULL AND n.settled_at IS NULL
WITH n, split(n.key, ':') AS parts
SET n.waits_in = parts[0] + ':' + parts[1];
