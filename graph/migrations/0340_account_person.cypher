// The accounts of one human: with each request it is asked whether he is a doctor under another.
CREATE INDEX account_person IF NOT EXISTS FOR (n:Account) ON (n.person);
