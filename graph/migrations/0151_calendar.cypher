// Deadlines of cases and doctors' files, each a node of its own: what calendars and boards ask for.
CREATE CONSTRAINT deadline_key IF NOT EXISTS FOR (n:Deadline) REQUIRE n.key IS UNIQUE;
CREATE INDEX deadline_due IF NOT EXISTS FOR (n:Deadline) ON (n.due);
CREATE INDEX deadline_day IF NOT EXISTS FOR (n:Deadline) ON (n.day);
CREATE INDEX case_open IF NOT EXISTS FOR (n:Case) ON (n.is_open);
