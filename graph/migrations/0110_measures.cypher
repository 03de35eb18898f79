// Measures, delegations and keys: projections of people's decisions, and the keys' hashes.
CREATE CONSTRAINT measured_key IF NOT EXISTS FOR (n:Measured) REQUIRE n.key IS UNIQUE;
CREATE INDEX measured_mark IF NOT EXISTS FOR (n:Measured) ON (n.next_mark);
CREATE CONSTRAINT measure_id IF NOT EXISTS FOR (n:Measure) REQUIRE n.id IS UNIQUE;
CREATE INDEX measure_starts IF NOT EXISTS FOR (n:Measure) ON (n.starts_at);
CREATE CONSTRAINT delegation_id IF NOT EXISTS FOR (n:Delegation) REQUIRE n.delegation_id IS UNIQUE;
CREATE INDEX delegation_deputy IF NOT EXISTS FOR (n:Delegation) ON (n.deputy);
CREATE CONSTRAINT entrustment_no IF NOT EXISTS FOR (n:Entrustment) REQUIRE n.document_no IS UNIQUE;
CREATE CONSTRAINT api_key IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.key_id IS UNIQUE;
CREATE INDEX api_key_hash IF NOT EXISTS FOR (n:ApiKey) ON (n.hash);
