CREATE CONSTRAINT investigation_state_id IF NOT EXISTS FOR (n:InvestigationState) REQUIRE n.id IS UNIQUE;
CREATE INDEX investigation_state_of IF NOT EXISTS FOR (n:InvestigationState) ON (n.investigation, n.version);
