// A voucher is looked for in every case before money is recorded on it, and by one person at a time.
CREATE INDEX receipt_document_no IF NOT EXISTS FOR (n:Receipt) ON (n.document_no);
CREATE CONSTRAINT voucher_no IF NOT EXISTS FOR (n:Voucher) REQUIRE n.no IS UNIQUE;
