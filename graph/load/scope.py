"""The part of the county that has to be staged anew after some files came or went.

From the files follow visits and settlements, from these persons; a person's sums need all of their
settlements, which the ledger names. Shared phones, addresses and employers are touched by persons
whose own record came or went, beds and terminals by settlements, doctors by visits. Institutions are
few and always staged. Everything else stands as the ledger has it.
"""

from typing import Final

import duckdb

from claims.tables import TABLES
from claims.views import busiest_doctor, table_view
from graph.load.ledger import Ledger
from graph.load.parts import USED, Changed
from graph.schema import ALL, KINDS, NodeKind, PairKind

TOUCHED: Final = """
CREATE OR REPLACE TEMP TABLE touched_visit AS
SELECT DISTINCT mdtrt_id FROM (
    SELECT mdtrt_id FROM changed.mdtrt_d UNION ALL SELECT mdtrt_id FROM changed.setl_d
    UNION ALL SELECT mdtrt_id FROM changed.fee_list_d
) WHERE mdtrt_id IS NOT NULL;
CREATE OR REPLACE TEMP TABLE touched_settlement AS
SELECT setl_id FROM changed.setl_d
UNION SELECT setl_id FROM setl_d WHERE mdtrt_id IN (SELECT mdtrt_id FROM touched_visit);
CREATE OR REPLACE TEMP TABLE touched_record AS SELECT DISTINCT psn_no FROM changed.psn_info_b;
CREATE OR REPLACE TEMP TABLE touched_person AS
SELECT DISTINCT psn_no FROM (
    SELECT psn_no FROM touched_record
    UNION ALL SELECT clean(psn_no) FROM changed.setl_d
    UNION ALL SELECT clean(psn_no) FROM changed.mdtrt_d
    UNION ALL SELECT clean(psn_no) FROM setl_d
        WHERE setl_id IN (SELECT setl_id FROM touched_settlement)
    UNION ALL SELECT clean(psn_no) FROM mdtrt_d
        WHERE mdtrt_id IN (SELECT mdtrt_id FROM touched_visit)
    UNION ALL SELECT psn_no FROM had.map_settlement
        WHERE a IN (SELECT setl_id FROM touched_settlement)
) WHERE psn_no IS NOT NULL;
"""
# A bed that lost a settlement is described by another of its settlements.
WANTED: Final = """
CREATE OR REPLACE TEMP TABLE touched_bed AS
SELECT DISTINCT bed_key AS key FROM had.map_settlement
WHERE bed_key IS NOT NULL AND a IN (SELECT setl_id FROM touched_settlement);
CREATE OR REPLACE TEMP TABLE touched_terminal AS
SELECT DISTINCT terminal_key AS key FROM had.map_settlement
WHERE terminal_key IS NOT NULL AND a IN (SELECT setl_id FROM touched_settlement);
CREATE OR REPLACE TEMP TABLE wanted_settlement AS
SELECT setl_id FROM touched_settlement
UNION SELECT a FROM had.map_settlement WHERE psn_no IN (SELECT psn_no FROM touched_person)
UNION SELECT min(a) FROM had.map_settlement
    WHERE bed_key IN (SELECT key FROM touched_bed)
      AND a NOT IN (SELECT setl_id FROM touched_settlement) GROUP BY bed_key
UNION SELECT min(a) FROM had.map_settlement
    WHERE terminal_key IN (SELECT key FROM touched_terminal)
      AND a NOT IN (SELECT setl_id FROM touched_settlement) GROUP BY terminal_key;
CREATE OR REPLACE TEMP TABLE setl AS
SELECT setl_id, mdtrt_id, psn_no, fixmedins_code, med_type, setl_time, dise_name, refd_setl_flag,
       medfee_sumamt, fund_pay_sumamt, terminal_no, batch_id
FROM setl_d WHERE setl_id IN (SELECT setl_id FROM wanted_settlement);
"""
DOCTORS: Final = f"""
CREATE OR REPLACE TEMP TABLE mdtrt AS
SELECT mdtrt_id, psn_no, fixmedins_code, begntime, endtime, dscg_maindiag_code, dscg_maindiag_name,
       adm_dept_codg, adm_bed, atddr_no, batch_id
FROM mdtrt_d WHERE mdtrt_id IN (
    SELECT mdtrt_id FROM setl UNION ALL SELECT mdtrt_id FROM touched_visit);
CREATE OR REPLACE TEMP TABLE visit_doctor_scoped AS
SELECT m.mdtrt_id, coalesce(m.atddr_no, b.prac_psn_code) AS prac_psn_code
FROM mdtrt m LEFT JOIN ({busiest_doctor("SELECT mdtrt_id FROM mdtrt WHERE atddr_no IS NULL")}) b
    ON b.mdtrt_id = m.mdtrt_id
WHERE coalesce(m.atddr_no, b.prac_psn_code) IS NOT NULL;
CREATE OR REPLACE TEMP TABLE touched_doctor AS
SELECT DISTINCT prac_psn_code FROM (
    SELECT prac_psn_code FROM changed.staff_info_b
    UNION ALL SELECT clean(atddr_no) FROM changed.mdtrt_d
    UNION ALL SELECT clean(code) FROM (SELECT DISTINCT bilg_dr_codg AS code FROM changed.fee_list_d)
    UNION ALL SELECT clean(prac_psn_code) FROM visit_doctor_scoped
        WHERE mdtrt_id IN (SELECT mdtrt_id FROM touched_visit)
    UNION ALL SELECT prac_psn_code FROM had.map_settlement
        WHERE a IN (SELECT setl_id FROM touched_settlement)
) WHERE prac_psn_code IS NOT NULL;
"""
# A doctor whom no staff list names lives by visits alone, also by those that did not change.
NAMELESS: Final = """
SELECT count(*) FROM touched_doctor
WHERE prac_psn_code NOT IN (SELECT prac_psn_code FROM staff_info_b)
"""
PERSONS: Final = """
CREATE OR REPLACE TEMP TABLE record_keys AS
SELECT keyed('tel', nullif(regexp_replace(tel, '[\\s-]', '', 'g'), '')) AS phone_key,
       keyed('live_addr', clean(live_addr)) AS address_key,
       keyed('emp_name', clean(emp_name)) AS employer_key
FROM psn_info_b WHERE psn_no IN (SELECT psn_no FROM touched_record)
UNION ALL SELECT phone_key, address_key, employer_key FROM had.map_patient
WHERE a IN (SELECT psn_no FROM touched_record);
CREATE OR REPLACE TEMP TABLE touched_phone AS
SELECT DISTINCT phone_key AS key FROM record_keys WHERE phone_key IS NOT NULL;
CREATE OR REPLACE TEMP TABLE touched_address AS
SELECT DISTINCT address_key AS key FROM record_keys WHERE address_key IS NOT NULL;
CREATE OR REPLACE TEMP TABLE touched_employer AS
SELECT DISTINCT employer_key AS key FROM record_keys WHERE employer_key IS NOT NULL;
CREATE OR REPLACE TEMP TABLE person AS
SELECT psn_no, psn_name, gend, brdy, certno, insutype, psn_type, tel, live_addr, emp_name, batch_id
FROM psn_info_b WHERE psn_no IN (
    SELECT psn_no FROM touched_person
    UNION ALL SELECT a FROM had.map_patient
    WHERE phone_key IN (SELECT key FROM touched_phone)
       OR address_key IN (SELECT key FROM touched_address)
       OR employer_key IN (SELECT key FROM touched_employer));
"""
#: Which rows of the ledger a scoped load may remove: the others were not staged.
WITHIN: Final = {
    "Settlement": "h.a IN (SELECT setl_id FROM touched_settlement)",
    "Patient": "h.a IN (SELECT psn_no FROM touched_person)",
    "VISITED": "h.a IN (SELECT psn_no FROM touched_person)",
    "SEEN_BY": "h.a IN (SELECT psn_no FROM touched_person)",
    "Phone": "h.a IN (SELECT key FROM touched_phone)",
    "Address": "h.a IN (SELECT key FROM touched_address)",
    "Employer": "h.a IN (SELECT key FROM touched_employer)",
    "Bed": "h.a IN (SELECT key FROM touched_bed)",
    "Terminal": "h.a IN (SELECT key FROM touched_terminal)",
    "Doctor": "h.a IN (SELECT prac_psn_code FROM touched_doctor)",
    "Institution": "true",
}


def narrow(connection: duckdb.DuckDBPyConnection, ledger: Ledger, what: Changed) -> bool:
    """Make the tables of the scope and the sources `setl`, `mdtrt`, `person` of the staging.

    False if the scope cannot be told from the ledger and the files alone.
    """
    connection.execute("CREATE SCHEMA changed")
    for table in USED:
        parts = what.parts.get(table, [])
        connection.execute(table_view(TABLES[table], parts, "changed"))
    connection.execute("CREATE SCHEMA had")
    for kind in ALL:
        source = str(ledger.file(kind)).replace("'", "''")
        connection.execute(f"CREATE VIEW had.{kind.table} AS FROM '{source}'")
    for step in (TOUCHED, WANTED, DOCTORS):
        connection.execute(step)
    nameless = connection.execute(NAMELESS).fetchone()
    if nameless is None or nameless[0]:
        for source in ("setl", "mdtrt", "visit_doctor_scoped"):
            connection.execute(f"DROP TABLE {source}")
        return False
    connection.execute(PERSONS)
    return True


def within(kind: NodeKind | PairKind) -> str:
    """The condition under which a row `h` of the ledger belongs to the scope."""
    return WITHIN[kind.label if isinstance(kind, NodeKind) else kind.type]


assert set(KINDS) <= set(WITHIN)
