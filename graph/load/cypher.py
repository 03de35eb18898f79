"""The statements of the online load: write rows, then remove what is gone.

A row is {k: key, p: all properties, and one field for each link's other end}; in `CREATE` and `RENEW`,
for what there is most of, a list of cells in the order of `graph.load.lists.columns_of`.
"""

from typing import Final, LiteralString

# Old links of rows that changed; the links of a row are always written as a whole.
UNLINK: Final[dict[str, LiteralString]] = {
    "Patient": """UNWIND $keys AS key MATCH (n:Patient {psn_no: key})
MATCH (n)-[r:HAS_PHONE|LIVES_AT|EMPLOYED_BY]->() DELETE r""",
    "Doctor": """UNWIND $keys AS key MATCH (n:Doctor {prac_psn_code: key})
MATCH (n)-[r:WORKS_AT]->() DELETE r""",
    "Settlement": """UNWIND $keys AS key MATCH (n:Settlement {setl_id: key})
MATCH (n)-[r:HAS_SETTLEMENT|AT|TREATED_BY|IN_BED|SWIPED_ON]-() DELETE r""",
}
WRITE: Final[dict[str, LiteralString]] = {
    "Phone": "UNWIND $rows AS row MERGE (n:Phone {key: row.k}) SET n = row.p",
    "Address": "UNWIND $rows AS row MERGE (n:Address {key: row.k}) SET n = row.p",
    "Employer": "UNWIND $rows AS row MERGE (n:Employer {key: row.k}) SET n = row.p",
    "Bed": "UNWIND $rows AS row MERGE (n:Bed {key: row.k}) SET n = row.p",
    "Terminal": "UNWIND $rows AS row MERGE (n:Terminal {key: row.k}) SET n = row.p",
    "Institution": """
UNWIND $rows AS row MERGE (n:Institution {fixmedins_code: row.k}) SET n = row.p
REMOVE n:Hospital:Pharmacy
FOREACH (_ IN CASE row.p.fixmedins_type WHEN '1' THEN [1] ELSE [] END | SET n:Hospital)
FOREACH (_ IN CASE row.p.fixmedins_type WHEN '2' THEN [1] ELSE [] END | SET n:Pharmacy)""",
    "Doctor": """
UNWIND $rows AS row MERGE (n:Doctor {prac_psn_code: row.k}) SET n = row.p
WITH n, row WHERE row.works_at IS NOT NULL
MATCH (i:Institution {fixmedins_code: row.works_at}) CREATE (n)-[:WORKS_AT]->(i)""",
    "Patient": """
UNWIND $rows AS row MERGE (n:Patient {psn_no: row.k}) SET n = row.p
WITH n, row
CALL (n, row) { WITH n, row WHERE row.phone_key IS NOT NULL
  MATCH (x:Phone {key: row.phone_key}) CREATE (n)-[:HAS_PHONE]->(x) }
CALL (n, row) { WITH n, row WHERE row.address_key IS NOT NULL
  MATCH (x:Address {key: row.address_key}) CREATE (n)-[:LIVES_AT]->(x) }
CALL (n, row) { WITH n, row WHERE row.employer_key IS NOT NULL
  MATCH (x:Employer {key: row.employer_key}) CREATE (n)-[:EMPLOYED_BY]->(x) }""",
    "Settlement": """
UNWIND $rows AS row MERGE (n:Settlement {setl_id: row.k}) SET n = row.p
WITH n, row
CALL (n, row) { WITH n, row WHERE row.psn_no IS NOT NULL
  MATCH (x:Patient {psn_no: row.psn_no}) CREATE (x)-[:HAS_SETTLEMENT]->(n) }
CALL (n, row) { WITH n, row WHERE row.fixmedins_code IS NOT NULL
  MATCH (x:Institution {fixmedins_code: row.fixmedins_code}) CREATE (n)-[:AT]->(x) }
CALL (n, row) { WITH n, row WHERE row.prac_psn_code IS NOT NULL
  MATCH (x:Doctor {prac_psn_code: row.prac_psn_code}) CREATE (n)-[:TREATED_BY]->(x) }
CALL (n, row) { WITH n, row WHERE row.bed_key IS NOT NULL
  MATCH (x:Bed {key: row.bed_key}) CREATE (n)-[:IN_BED]->(x) }
CALL (n, row) { WITH n, row WHERE row.terminal_key IS NOT NULL
  MATCH (x:Terminal {key: row.terminal_key}) CREATE (n)-[:SWIPED_ON]->(x) }""",
}
# Sums that changed.
RENEW: Final[dict[str, LiteralString]] = {
    "VISITED": """UNWIND $rows AS r
MATCH (:Patient {psn_no: r[0]})-[v:VISITED]->(:Institution {fixmedins_code: r[1]})
SET v = {count: r[2], medfee_fen: r[3], fund_fen: r[4], first: localdatetime(r[5]),
  last: localdatetime(r[6]), days: r[7], digest: r[8]}""",
    "SEEN_BY": """UNWIND $rows AS r
MATCH (:Patient {psn_no: r[0]})-[v:SEEN_BY]->(:Doctor {prac_psn_code: r[1]})
SET v = {count: r[2], medfee_fen: r[3], fund_fen: r[4], first: localdatetime(r[5]),
  last: localdatetime(r[6]), days: r[7], digest: r[8]}""",
}
# CREATE asks for no lock on the other end, so that two writers do not wait for each other.
CREATE: Final[dict[str, LiteralString]] = {
    "Settlement": """
UNWIND $rows AS r
OPTIONAL MATCH (p:Patient {psn_no: r[0]})
OPTIONAL MATCH (i:Institution {fixmedins_code: r[1]})
OPTIONAL MATCH (d:Doctor {prac_psn_code: r[2]})
OPTIONAL MATCH (b:Bed {key: r[3]})
OPTIONAL MATCH (t:Terminal {key: r[4]})
CREATE (n:Settlement {setl_id: r[5], mdtrt_id: r[6], med_type: r[7], setl_time: localdatetime(r[8]),
  begntime: localdatetime(r[9]), endtime: localdatetime(r[10]), diag_name: r[11],
  refd_setl_flag: r[12], medfee_sumamt: r[13], fund_pay_sumamt: r[14], medfee_fen: r[15],
  fund_fen: r[16], batch_id: r[17], digest: r[18]})
FOREACH (x IN CASE WHEN p IS NULL THEN [] ELSE [p] END | CREATE (x)-[:HAS_SETTLEMENT]->(n))
FOREACH (x IN CASE WHEN i IS NULL THEN [] ELSE [i] END | CREATE (n)-[:AT]->(x))
FOREACH (x IN CASE WHEN d IS NULL THEN [] ELSE [d] END | CREATE (n)-[:TREATED_BY]->(x))
FOREACH (x IN CASE WHEN b IS NULL THEN [] ELSE [b] END | CREATE (n)-[:IN_BED]->(x))
FOREACH (x IN CASE WHEN t IS NULL THEN [] ELSE [t] END | CREATE (n)-[:SWIPED_ON]->(x))""",
    "VISITED": """
UNWIND $rows AS r
MATCH (p:Patient {psn_no: r[0]}) MATCH (i:Institution {fixmedins_code: r[1]})
CREATE (p)-[:VISITED {count: r[2], medfee_fen: r[3], fund_fen: r[4], first: localdatetime(r[5]),
  last: localdatetime(r[6]), days: r[7], digest: r[8]}]->(i)""",
    "SEEN_BY": """
UNWIND $rows AS r
MATCH (p:Patient {psn_no: r[0]}) MATCH (d:Doctor {prac_psn_code: r[1]})
CREATE (p)-[:SEEN_BY {count: r[2], medfee_fen: r[3], fund_fen: r[4], first: localdatetime(r[5]),
  last: localdatetime(r[6]), days: r[7], digest: r[8]}]->(d)""",
}
# What nobody but the load tied anything to, which is nearly all, goes in one stroke.
CLEAR: Final[dict[str, LiteralString]] = {
    "Settlement": """UNWIND $keys AS key MATCH (n:Settlement {setl_id: key[0]})
WHERE NOT EXISTS {(n)-[x]-() WHERE NOT x:HAS_SETTLEMENT|AT|TREATED_BY|IN_BED|SWIPED_ON}
DETACH DELETE n""",
    "Patient": """UNWIND $keys AS key MATCH (n:Patient {psn_no: key[0]})
WHERE NOT EXISTS {(n)-[x]-()
                  WHERE NOT x:HAS_SETTLEMENT|HAS_PHONE|LIVES_AT|EMPLOYED_BY|VISITED|SEEN_BY}
DETACH DELETE n""",
}
# A node to which people tied something (a ring, a case) stays behind with its key only.
_SWEEP: Final[LiteralString] = """
OPTIONAL MATCH (n)-[r:HAS_SETTLEMENT|AT|TREATED_BY|IN_BED|SWIPED_ON|HAS_PHONE|LIVES_AT|EMPLOYED_BY
                     |WORKS_AT|VISITED|SEEN_BY]-(x)
WHERE x:Patient OR x:Doctor OR x:Institution OR x:Settlement OR x:Phone OR x:Address OR x:Employer
   OR x:Bed OR x:Terminal
WITH key, n, collect(r) AS links
FOREACH (r IN links | DELETE r)
WITH key, n, EXISTS {(n)--()} AS kept
FOREACH (_ IN CASE WHEN kept THEN [] ELSE [1] END | DELETE n)
FOREACH (_ IN CASE WHEN kept THEN [1] ELSE [] END | """
SWEEP: Final[dict[str, LiteralString]] = {
    "Patient": "UNWIND $keys AS key MATCH (n:Patient {psn_no: key[0]})"
    + _SWEEP
    + "SET n = {psn_no: key[0], withdrawn: true})",
    "Doctor": "UNWIND $keys AS key MATCH (n:Doctor {prac_psn_code: key[0]})"
    + _SWEEP
    + "SET n = {prac_psn_code: key[0], withdrawn: true})",
    "Institution": "UNWIND $keys AS key MATCH (n:Institution {fixmedins_code: key[0]})"
    + _SWEEP
    + "SET n = {fixmedins_code: key[0], withdrawn: true} REMOVE n:Hospital:Pharmacy)",
    "Settlement": "UNWIND $keys AS key MATCH (n:Settlement {setl_id: key[0]})"
    + _SWEEP
    + "SET n = {setl_id: key[0], withdrawn: true})",
    "Phone": "UNWIND $keys AS key MATCH (n:Phone {key: key[0]})"
    + _SWEEP
    + "SET n = {key: key[0], withdrawn: true})",
    "Address": "UNWIND $keys AS key MATCH (n:Address {key: key[0]})"
    + _SWEEP
    + "SET n = {key: key[0], withdrawn: true})",
    "Employer": "UNWIND $keys AS key MATCH (n:Employer {key: key[0]})"
    + _SWEEP
    + "SET n = {key: key[0], withdrawn: true})",
    "Bed": "UNWIND $keys AS key MATCH (n:Bed {key: key[0]})"
    + _SWEEP
    + "SET n = {key: key[0], withdrawn: true})",
    "Terminal": "UNWIND $keys AS key MATCH (n:Terminal {key: key[0]})"
    + _SWEEP
    + "SET n = {key: key[0], withdrawn: true})",
    "VISITED": """UNWIND $keys AS key
MATCH (:Patient {psn_no: key[0]})-[r:VISITED]->(:Institution {fixmedins_code: key[1]}) DELETE r""",
    "SEEN_BY": """UNWIND $keys AS key
MATCH (:Patient {psn_no: key[0]})-[r:SEEN_BY]->(:Doctor {prac_psn_code: key[1]}) DELETE r""",
}
