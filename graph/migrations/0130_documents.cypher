CREATE CONSTRAINT document_number IF NOT EXISTS FOR (n:DocumentNumber) REQUIRE n.key IS UNIQUE;
CREATE INDEX document_series IF NOT EXISTS FOR (n:DocumentNumber) ON (n.series, n.year, n.serial);
