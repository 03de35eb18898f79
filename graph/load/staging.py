"""From canonical tables to the rows of the map, in DuckDB: one staging table per kind.

The sources are `setl`, `mdtrt` and `person`: all of the county, or what `graph.load.scope` left of
it. What counts a whole county (patients of a place, of a bed) reads `every_settlement` and
`every_seen`, which the ledger completes.

Shared values of persons (phone, address, employer) get a key that is a salted digest, so that the
public id of a masked node does not give the value away. Rows whose key nothing describes (a patient
without psn_info_b) become nodes with the key only.
"""

from typing import Final

import duckdb

import graph.schema as kinds
from graph.schema import ALL, NODES, NodeKind

# Blank text is no value; line breaks would only confuse readers of a name.
CLEAN: Final = """
CREATE OR REPLACE MACRO clean(x) AS nullif(trim(regexp_replace(x, '[\\s\\x00]+', ' ', 'g')), '');
CREATE OR REPLACE MACRO keyed(kind, x) AS
    left(sha256(getvariable('salt') || '|' || kind || '|' || x), 20);
CREATE OR REPLACE MACRO fen(x) AS CAST(x * 100 AS BIGINT);
"""
WHOLE: Final = """
CREATE OR REPLACE TEMP VIEW setl AS SELECT * FROM setl_d;
CREATE OR REPLACE TEMP VIEW mdtrt AS SELECT * FROM mdtrt_d;
CREATE OR REPLACE TEMP VIEW person AS SELECT * FROM psn_info_b;
CREATE OR REPLACE TEMP VIEW visit_doctor_scoped AS SELECT * FROM visit_doctor;
"""
SETTLEMENT: Final = """
-- Read once: without atddr_no it takes a pass over the fee lines.
CREATE OR REPLACE TEMP TABLE doctor_of_visit AS
SELECT mdtrt_id, clean(prac_psn_code) AS prac_psn_code FROM visit_doctor_scoped;
CREATE OR REPLACE TEMP TABLE settlement_rows AS
SELECT s.setl_id, s.mdtrt_id, s.med_type, s.setl_time, m.begntime, m.endtime,
       clean(coalesce(m.dscg_maindiag_name, m.dscg_maindiag_code, s.dise_name)) AS diag_name,
       s.refd_setl_flag,
       CAST(s.medfee_sumamt AS VARCHAR) AS medfee_sumamt,
       CAST(s.fund_pay_sumamt AS VARCHAR) AS fund_pay_sumamt,
       fen(s.medfee_sumamt) AS medfee_fen, fen(s.fund_pay_sumamt) AS fund_fen,
       clean(coalesce(s.psn_no, m.psn_no)) AS psn_no,
       clean(coalesce(s.fixmedins_code, m.fixmedins_code)) AS fixmedins_code,
       d.prac_psn_code,
       clean(m.adm_dept_codg) AS dept_codg, clean(m.adm_bed) AS bed,
       clean(s.terminal_no) AS terminal_no, s.batch_id
FROM setl s
LEFT JOIN mdtrt m ON m.mdtrt_id = s.mdtrt_id
LEFT JOIN doctor_of_visit d ON d.mdtrt_id = s.mdtrt_id;
CREATE OR REPLACE TEMP TABLE map_settlement AS
SELECT setl_id, mdtrt_id, med_type, setl_time, begntime, endtime, diag_name, refd_setl_flag,
       medfee_sumamt, fund_pay_sumamt, medfee_fen, fund_fen,
       psn_no, fixmedins_code, prac_psn_code,
       fixmedins_code || '|' || coalesce(dept_codg, '') || '|' || bed AS bed_key,
       fixmedins_code || '|' || terminal_no AS terminal_key, batch_id
FROM settlement_rows;
"""
PATIENT: Final = """
CREATE OR REPLACE TEMP TABLE person_rows AS
SELECT psn_no, clean(psn_name) AS psn_name, gend, brdy, upper(clean(certno)) AS certno,
       insutype, psn_type, nullif(regexp_replace(tel, '[\\s-]', '', 'g'), '') AS tel,
       clean(live_addr) AS live_addr, clean(emp_name) AS emp_name, batch_id
FROM person;
CREATE OR REPLACE TEMP TABLE map_patient AS
WITH named AS (
    SELECT psn_no, batch_id FROM map_settlement
    UNION ALL SELECT clean(psn_no), batch_id FROM {visits}
), bare AS (
    SELECT psn_no, min(batch_id) AS batch_id FROM named
    WHERE psn_no IS NOT NULL AND psn_no NOT IN (SELECT psn_no FROM person_rows) {of_persons}
    GROUP BY psn_no
)
SELECT psn_no, psn_name, gend, brdy, certno, insutype, psn_type,
       keyed('tel', tel) AS phone_key, keyed('live_addr', live_addr) AS address_key,
       keyed('emp_name', emp_name) AS employer_key, batch_id
FROM person_rows WHERE true {of_persons}
UNION ALL
SELECT psn_no, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, batch_id FROM bare;
"""
SHARED: Final = """
CREATE OR REPLACE TEMP TABLE map_phone AS
SELECT keyed('tel', tel) AS key, tel AS value, count(*) AS sharers, min(batch_id) AS batch_id
FROM person_rows WHERE tel IS NOT NULL {of_phones} GROUP BY tel;
CREATE OR REPLACE TEMP TABLE map_address AS
SELECT keyed('live_addr', live_addr) AS key, live_addr AS value, count(*) AS sharers,
       min(batch_id) AS batch_id
FROM person_rows WHERE live_addr IS NOT NULL {of_addresses} GROUP BY live_addr;
CREATE OR REPLACE TEMP TABLE map_employer AS
SELECT keyed('emp_name', emp_name) AS key, emp_name AS value, count(*) AS sharers,
       min(batch_id) AS batch_id
FROM person_rows WHERE emp_name IS NOT NULL {of_employers} GROUP BY emp_name;
CREATE OR REPLACE TEMP TABLE map_bed AS
WITH seen AS (
    SELECT DISTINCT fixmedins_code || '|' || coalesce(dept_codg, '') || '|' || bed AS key,
           fixmedins_code, dept_codg, bed
    FROM settlement_rows WHERE fixmedins_code IS NOT NULL AND bed IS NOT NULL
)
SELECT s.*, count(DISTINCT e.psn_no) AS sharers, min(e.batch_id) AS batch_id
FROM seen s JOIN every_settlement e ON e.bed_key = s.key GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE map_terminal AS
WITH seen AS (
    SELECT DISTINCT fixmedins_code || '|' || terminal_no AS key, fixmedins_code, terminal_no
    FROM settlement_rows WHERE fixmedins_code IS NOT NULL AND terminal_no IS NOT NULL
)
SELECT s.*, count(DISTINCT e.psn_no) AS sharers, min(e.batch_id) AS batch_id
FROM seen s JOIN every_settlement e ON e.terminal_key = s.key GROUP BY ALL;
"""
PAIRS: Final = """
CREATE OR REPLACE TEMP TABLE map_visited AS
SELECT psn_no, fixmedins_code, count(*) AS count,
       coalesce(sum(medfee_fen), 0)::BIGINT AS medfee_fen,
       coalesce(sum(fund_fen), 0)::BIGINT AS fund_fen,
       min(setl_time) AS first, max(setl_time) AS last,
       list_sort(list(DISTINCT date_diff('day', DATE '1970-01-01', setl_time::DATE))
                 FILTER (setl_time IS NOT NULL)) AS days
FROM map_settlement WHERE psn_no IS NOT NULL AND fixmedins_code IS NOT NULL {of_persons}
GROUP BY psn_no, fixmedins_code;
CREATE OR REPLACE TEMP TABLE map_seen_by AS
SELECT psn_no, prac_psn_code, count(*) AS count,
       coalesce(sum(medfee_fen), 0)::BIGINT AS medfee_fen,
       coalesce(sum(fund_fen), 0)::BIGINT AS fund_fen,
       min(setl_time) AS first, max(setl_time) AS last,
       list_sort(list(DISTINCT date_diff('day', DATE '1970-01-01', setl_time::DATE))
                 FILTER (setl_time IS NOT NULL)) AS days
FROM map_settlement WHERE psn_no IS NOT NULL AND prac_psn_code IS NOT NULL {of_persons}
GROUP BY psn_no, prac_psn_code;
"""
PLACES: Final = """
CREATE OR REPLACE TEMP TABLE map_institution AS
WITH named AS (
    SELECT fixmedins_code, batch_id FROM every_settlement
    UNION ALL SELECT clean(fixmedins_code), batch_id
    FROM (SELECT fixmedins_code, min(batch_id) AS batch_id FROM mdtrt_d GROUP BY fixmedins_code)
    UNION ALL SELECT clean(fixmedins_code), batch_id FROM staff_info_b
), bare AS (
    SELECT fixmedins_code, min(batch_id) AS batch_id FROM named
    WHERE fixmedins_code IS NOT NULL
      AND fixmedins_code NOT IN (SELECT fixmedins_code FROM medins_info_b)
    GROUP BY fixmedins_code
), described AS (
    SELECT fixmedins_code, clean(fixmedins_name) AS fixmedins_name, fixmedins_type, hosp_lv,
           clean(address) AS address, CAST(lon AS VARCHAR) AS lon, CAST(lat AS VARCHAR) AS lat,
           beds::BIGINT AS beds, batch_id
    FROM medins_info_b
    UNION ALL SELECT fixmedins_code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, batch_id FROM bare
), crowd AS (
    SELECT fixmedins_code, count(DISTINCT psn_no) AS sharers, count(*) AS settlements
    FROM every_settlement GROUP BY fixmedins_code
)
SELECT t.fixmedins_code, t.fixmedins_name,
       -- The interface's codes begin with H for hospitals and P for pharmacies.
       coalesce(t.fixmedins_type, CASE left(t.fixmedins_code, 1)
                                  WHEN 'H' THEN '1' WHEN 'P' THEN '2' END) AS fixmedins_type,
       t.hosp_lv, t.address, t.lon, t.lat, t.beds, coalesce(c.sharers, 0) AS sharers,
       coalesce(c.settlements, 0) AS settlements, t.batch_id
FROM described t LEFT JOIN crowd c USING (fixmedins_code);
CREATE OR REPLACE TEMP TABLE map_doctor AS
WITH named AS (
    SELECT prac_psn_code, batch_id FROM every_settlement
    UNION ALL
    SELECT d.prac_psn_code, m.batch_id FROM doctor_of_visit d JOIN mdtrt m USING (mdtrt_id)
), bare AS (
    SELECT prac_psn_code, min(batch_id) AS batch_id FROM named
    WHERE prac_psn_code IS NOT NULL {of_doctors}
      AND prac_psn_code NOT IN (SELECT prac_psn_code FROM staff_info_b)
    GROUP BY prac_psn_code
), described AS (
    SELECT prac_psn_code, clean(prac_psn_name) AS prac_psn_name, prac_psn_type,
           clean(dept_codg) AS dept_codg, clean(fixmedins_code) AS fixmedins_code, batch_id
    FROM staff_info_b WHERE true {of_doctors}
    UNION ALL SELECT prac_psn_code, NULL, NULL, NULL, NULL, batch_id FROM bare
), crowd AS (SELECT prac_psn_code, count(*) AS sharers FROM every_seen GROUP BY prac_psn_code)
SELECT t.prac_psn_code, t.prac_psn_name, t.prac_psn_type, t.dept_codg, t.fixmedins_code,
       coalesce(c.sharers, 0) AS sharers, t.fixmedins_code AS works_at, t.batch_id
FROM described t LEFT JOIN crowd c USING (prac_psn_code);
"""
#: What counts over all settlements, in a whole county and in a scoped one.
EVERY: Final = """
CREATE OR REPLACE TEMP VIEW every_settlement AS
SELECT psn_no, fixmedins_code, prac_psn_code, bed_key, terminal_key, batch_id FROM map_settlement
{had_settlements};
"""
EVERY_SEEN: Final = """
CREATE OR REPLACE TEMP VIEW every_seen AS SELECT prac_psn_code FROM map_seen_by {had_seen};
"""
STEPS: Final = (SETTLEMENT, EVERY, PATIENT, SHARED, PAIRS, EVERY_SEEN, PLACES)
HOLES: Final = ("visits", "of_persons", "of_phones", "of_addresses", "of_employers", "of_doctors",
                "had_settlements", "had_seen")  # fmt: skip
NOTHING: Final = dict.fromkeys(HOLES, "") | {"visits": "mdtrt_d"}
# The other holes narrow a step to the scope; the ledger brings what lies outside of it.
SCOPED: Final = {
    "visits": "(SELECT * FROM mdtrt_d WHERE clean(psn_no) IN "
    "(SELECT psn_no FROM touched_person WHERE psn_no NOT IN (SELECT psn_no FROM person_rows)))",
    "of_persons": "AND psn_no IN (SELECT psn_no FROM touched_person)",
    "of_phones": "AND keyed('tel', tel) IN (SELECT key FROM touched_phone)",
    "of_addresses": "AND keyed('live_addr', live_addr) IN (SELECT key FROM touched_address)",
    "of_employers": "AND keyed('emp_name', emp_name) IN (SELECT key FROM touched_employer)",
    "of_doctors": "AND prac_psn_code IN (SELECT prac_psn_code FROM touched_doctor)",
    "had_settlements": "UNION ALL SELECT psn_no, fixmedins_code, prac_psn_code, bed_key, "
    "terminal_key, batch_id FROM had.map_settlement "
    "WHERE a NOT IN (SELECT setl_id FROM wanted_settlement)",
    "had_seen": "UNION ALL SELECT b FROM had.map_seen_by "
    "WHERE a NOT IN (SELECT psn_no FROM touched_person)",
}
# Beyond this the staging tables go to disk; Neo4j and its importer need their memory, too.
MEMORY: Final = "4GB"


ONLY_TOUCHED: Final = "WHERE setl_id IN (SELECT setl_id FROM touched_settlement)"


def prepare(connection: duckdb.DuckDBPyConnection, salt: str) -> None:
    """Bounds and macros, needed by the scope and the staging alike."""
    connection.execute(f"SET memory_limit = '{MEMORY}'")
    connection.execute("SET preserve_insertion_order = false")
    connection.execute("SET VARIABLE salt = ?", [salt])
    connection.execute(CLEAN)


def stage(connection: duckdb.DuckDBPyConnection, *, scoped: bool = False) -> None:
    """Fill the staging tables `map_*` from the canonical views, or from the scope's sources.

    Each row gets a digest of itself and, in a table of nodes, a number `nid` of its own, counted
    through all kinds from 0: the importer takes it for the node's place in the store.
    """
    if not scoped:
        connection.execute(WHOLE)
    for step in STEPS:
        text = step
        for hole, filled in (SCOPED if scoped else NOTHING).items():
            text = text.replace("{" + hole + "}", filled)
        connection.execute(text)
    first = 0
    for kind in ALL:
        number = (
            f", row_number() OVER () - 1 + {first} AS nid" if isinstance(kind, NodeKind) else ""
        )
        # Other settlements of touched persons were needed for their sums; they cannot have changed.
        those = ONLY_TOUCHED if scoped and kind is kinds.SETTLEMENT else ""
        # The digest covers the whole row in its declared order, links included.
        done = connection.execute(
            f"CREATE OR REPLACE TEMP TABLE {kind.table} AS "
            f"SELECT *, (md5_number_lower(CAST(t AS VARCHAR)) >> 1)::BIGINT AS digest{number} "
            f"FROM {kind.table} t {those}"
        ).fetchone()
        first += done[0] if done and isinstance(kind, NodeKind) else 0


def numbered(connection: duckdb.DuckDBPyConnection) -> int:
    """How many nodes the staging tables hold: the first number that is free."""
    union = " UNION ALL ".join(f"SELECT nid FROM {kind.table}" for kind in NODES)
    row = connection.execute(f"SELECT coalesce(max(nid), -1) + 1 FROM ({union})").fetchone()
    return int(row[0]) if row else 0
