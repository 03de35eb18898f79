// Names in Chinese: the cjk analyzer indexes pairs of characters.
CREATE FULLTEXT INDEX map_names IF NOT EXISTS
FOR (n:Patient|Doctor|Institution)
ON EACH [n.psn_name, n.prac_psn_name, n.fixmedins_name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
// The last digits of an ID number: a text index answers ENDS WITH.
CREATE TEXT INDEX patient_certno IF NOT EXISTS FOR (n:Patient) ON (n.certno);
// From a finding's visit to its settlements.
CREATE INDEX settlement_visit IF NOT EXISTS FOR (n:Settlement) ON (n.mdtrt_id);
