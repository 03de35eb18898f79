CREATE CONSTRAINT likeness_key IF NOT EXISTS FOR (n:Likeness) REQUIRE n.key IS UNIQUE;
CREATE INDEX likeness_order IF NOT EXISTS FOR (n:Likeness) ON (n.kind, n.bits, n.key);
