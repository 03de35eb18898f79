// When a person last looked at a case: what the differences since then are told from.
CREATE CONSTRAINT look_key IF NOT EXISTS FOR (n:Look) REQUIRE n.key IS UNIQUE;
