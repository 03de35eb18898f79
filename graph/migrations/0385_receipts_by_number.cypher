// Receipts of before they kept the number of their event: it stands in their key.
MATCH (r:Receipt) WHERE r.seq IS NULL SET r.seq = toInteger(split(r.key, '#')[1]);
