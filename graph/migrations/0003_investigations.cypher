CREATE CONSTRAINT investigation_id IF NOT EXISTS FOR (n:Investigation) REQUIRE n.id IS UNIQUE;
CREATE INDEX investigation_owner IF NOT EXISTS FOR (n:Investigation) ON (n.owner);
