// Money that came in, by the day of the payment: what the year is counted by.
CREATE CONSTRAINT receipt_key IF NOT EXISTS FOR (n:Receipt) REQUIRE n.key IS UNIQUE;
CREATE INDEX receipt_day IF NOT EXISTS FOR (n:Receipt) ON (n.day);
