// Who is away, and who stands in for him: read with each request of the one who does.
CREATE CONSTRAINT absence_id IF NOT EXISTS FOR (n:Absence) REQUIRE n.absence_id IS UNIQUE;
CREATE INDEX absence_stand_in IF NOT EXISTS FOR (n:Absence) ON (n.stand_in);
CREATE INDEX absence_account IF NOT EXISTS FOR (n:Absence) ON (n.account);
