// What people are told, how they want it sent, and what is on its way.
CREATE CONSTRAINT notice_key IF NOT EXISTS FOR (n:Notice) REQUIRE n.key IS UNIQUE;
CREATE INDEX notice_account IF NOT EXISTS FOR (n:Notice) ON (n.account, n.at);
CREATE CONSTRAINT notice_choice IF NOT EXISTS FOR (n:NoticeChoice) REQUIRE n.account IS UNIQUE;
CREATE CONSTRAINT delivery_key IF NOT EXISTS FOR (n:Delivery) REQUIRE n.key IS UNIQUE;
CREATE INDEX delivery_due IF NOT EXISTS FOR (n:Delivery) ON (n.state, n.next_at);
CREATE INDEX delivery_account IF NOT EXISTS FOR (n:Delivery) ON (n.account, n.at);
