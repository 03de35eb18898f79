"""What detection asks of a store again and again, kept beside it for as long as it shows the same rows.

A database of people, visits with their bills, and what is usual (attached as `kept`), and the coded
columns of every channel. Whatever changes the rows, who stands for whom, or these files, changes the
name of the folder: nothing kept is ever told that it is out of date. docs/adr/0140.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import duckdb

from claims.store import ClaimStore
from claims.views import quoted
from graph.rings.days.read import key_of

#: States whose files stay: that of the last detection, and that of another judgement on who is one.
STATES = 2
#: What joining a city's visits and bills may hold; beyond, it spills.
MEMORY = "2GB"
FILE = "store.duckdb"
#: As many visits on one day, or in all of a leap year's hours: a record error.
VISITS_A_DAY, HOURS = 24, 8784
#: Fewer bills are all read for what is usual; of more a sixteenth says it.
MANY_BILLS = 500_000
#: The channel of a kind of visit; prefixes cost a fifth of patterns.
KIND = """CASE WHEN {0}.med_type LIKE '1%' OR {0}.med_type LIKE '51%' THEN 'outpatient'
        WHEN {0}.med_type LIKE '2%' OR {0}.med_type LIKE '52%' THEN 'inpatient'
        WHEN {0}.med_type LIKE '41%' OR {0}.med_type LIKE '9929%' THEN 'pharmacy' END"""
# Kinds 14x are outpatient treatment of chronic and special diseases. Diagnoses: kidney failure and
# dialysis, chemotherapy, tumours, diabetes, hypertension, severe mental illness. They come from the
# institution itself, so they are context and never enough alone.
PERIODIC = """(coalesce({0}.med_type LIKE '14%', false) OR coalesce(regexp_matches(
               {0}.dscg_maindiag_code, '^(N18|Z49|Z51|C[0-9]|E1[0-4]|I1[0-5]|F2[0-9])'), false))"""
# Numbers that people judged to be one person's bring several rows: what is known of any of them. Who
# visits without being in the register has a number and nothing else.
PERSONS = f"""
    CREATE TABLE kept.persons AS
    WITH listed AS (SELECT psn_no, max(brdy) AS brdy, max(live_addr) AS live_addr, max(tel) AS tel,
                           max(emp_name) AS emp_name, max(trim(bankacct)) AS bankacct
                    FROM (SELECT psn_no, brdy, live_addr, tel, emp_name, bankacct FROM psn_info_b
                          UNION ALL SELECT DISTINCT psn_no, NULL, NULL, NULL, NULL, NULL FROM mdtrt_d)
                    WHERE psn_no IS NOT NULL GROUP BY psn_no),
    crowds AS (SELECT live_addr, count(*) AS n FROM psn_info_b GROUP BY live_addr)
    SELECT CAST(row_number() OVER () AS INTEGER) AS person, {key_of("l.psn_no")} AS key, l.psn_no,
           l.brdy, coalesce(l.live_addr, '') AS address, coalesce(l.tel, '') AS phone,
           coalesce(l.emp_name, '') AS employer, coalesce(l.bankacct, '') AS account,
           coalesce(c.n, 0) AS neighbours
    FROM listed l LEFT JOIN crowds c ON c.live_addr = l.live_addr
"""
# Who is not named by the visit is the doctor of most of its fee lines, of as many the first by code.
# `drawn` is the sixteenth that stands for all, by the moment: numbers are read in a fraction of the time
# that keys take.
VISITS = f"""
    CREATE TABLE kept.visits AS
    WITH paid AS (SELECT mdtrt_id, sum(medfee_sumamt) AS amount FROM setl_d GROUP BY mdtrt_id),
    billed AS (SELECT mdtrt_id, bilg_dr_codg, count(*) AS lines FROM fee_list_d
               WHERE bilg_dr_codg IS NOT NULL
                 AND mdtrt_id IN (SELECT mdtrt_id FROM mdtrt_d WHERE atddr_no IS NULL)
               GROUP BY mdtrt_id, bilg_dr_codg),
    named AS (SELECT mdtrt_id, min_by(bilg_dr_codg, {{'rank': -lines, 'code': bilg_dr_codg}}) AS code
              FROM billed GROUP BY mdtrt_id)
    SELECT p.person, m.fixmedins_code AS unit, m.mdtrt_id, coalesce(m.atddr_no, n.code) AS doctor,
           {KIND.format("m")} AS kind,
           CAST(date_diff('day', DATE '1970-01-01', CAST(m.begntime AS DATE)) AS INTEGER) AS day,
           CAST(nullif(date_part('hour', m.begntime) * 60 + date_part('minute', m.begntime), 0)
                AS SMALLINT) AS minute,
           {PERIODIC.format("m")} AS periodic, m.dscg_maindiag_name AS diagnosis,
           left(m.med_type, 2) AS sort, left(m.dscg_maindiag_code, 3) AS disease,
           {{every}} OR hash(m.begntime) % 16 = 0 AS drawn,
           CAST(b.amount AS DECIMAL(18,2)) AS amount
    FROM mdtrt_d m LEFT JOIN kept.persons p ON p.psn_no = m.psn_no
    LEFT JOIN paid b ON b.mdtrt_id = m.mdtrt_id
    LEFT JOIN named n ON n.mdtrt_id = m.mdtrt_id
"""
DOCTORS = f"""
    CREATE TABLE kept.doctors AS
    SELECT {key_of("doctor")} AS key, doctor
    FROM (SELECT DISTINCT atddr_no AS doctor FROM mdtrt_d WHERE atddr_no IS NOT NULL)
"""
USUAL = f"""
    CREATE TABLE kept.usual AS
    WITH bills AS (SELECT {KIND.format("s")} AS kind, s.fixmedins_code AS unit, s.medfee_sumamt AS amount
                   FROM setl_d s
                   WHERE s.medfee_sumamt > 0
                     AND ({{every}} OR hash(s.setl_time, s.medfee_sumamt) % 16 = 0))
    SELECT kind, unit, CAST(CAST(median(amount) AS DECIMAL(16,2)) AS DOUBLE) AS fee
    FROM bills GROUP BY GROUPING SETS ((kind, unit), (unit))
    HAVING grouping(kind) = 1 OR kind IS NOT NULL
"""
ODD = f"""
    CREATE TABLE kept.record_errors AS
    WITH crowded AS (SELECT person FROM kept.visits GROUP BY person HAVING count(*) > 2000)
    SELECT p.psn_no, count(*) AS visits, count(DISTINCT v.day) AS days
    FROM kept.visits v JOIN crowded USING (person) JOIN kept.persons p USING (person)
    GROUP BY p.psn_no
    HAVING count(*) > {VISITS_A_DAY} * count(DISTINCT v.day) OR count(*) > {HOURS}
"""


class Beside(NamedTuple):
    """A connection to the store's views with the database attached as `kept`, and the folder where
    the rest is kept."""

    connection: duckdb.DuckDBPyConnection
    folder: Path


@contextmanager
def beside(store: ClaimStore) -> Iterator[Beside]:
    """The store with what is kept of its state, made now where it is not. A store that has no state,
    or whose disk takes nothing more, keeps it until the end of this block."""
    with (
        tempfile.TemporaryDirectory(prefix="jicha-kept-") as scratch,
        store.connect() as connection,
    ):
        connection.execute("SET threads = 2")
        folder = _folder(store)
        if folder is None or not _attached(connection, folder):
            folder = Path(scratch)
            _write(connection, folder)
            _attach(connection, folder)
        try:
            yield Beside(connection, folder)
        finally:
            with suppress(duckdb.Error):
                connection.execute("DETACH kept")


def _attached(connection: duckdb.DuckDBPyConnection, folder: Path) -> bool:
    """Attach what is kept in a folder, written now where it is missing or damaged; False where the disk
    does not allow it."""
    with suppress(duckdb.Error):
        _attach(connection, folder)
        return True
    try:
        _write(connection, folder)
        _attach(connection, folder)
    except (OSError, duckdb.IOException):
        return False
    return True


def _attach(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    connection.execute(f"ATTACH {quoted(str(folder / FILE))} AS kept (READ_ONLY)")


def _folder(store: ClaimStore) -> Path | None:
    """Where this state of the store is kept, and the oldest others gone; None when nothing can be."""
    state = store.state()
    if not state:
        return None
    folder = store.kept / hashlib.sha256(f"{state} {_version()}".encode()).hexdigest()[:24]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.touch()
        others = sorted(store.kept.iterdir(), key=lambda one: one.stat().st_mtime)
    except OSError:
        return None
    for old in [one for one in others if one != folder][: 1 - STATES]:
        shutil.rmtree(old, ignore_errors=True)
    return folder


def _version() -> str:
    """A digest of what decides how rows become what is kept."""
    digest = hashlib.sha256()
    for path in [Path(__file__), *sorted(Path(__file__).parent.glob("days/*.py"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write the database; it appears complete or not at all."""
    draft = folder / f"{uuid4().hex}.draft"
    connection.execute(f"ATTACH {quoted(str(draft))} AS kept")
    try:
        connection.execute(f"SET memory_limit = '{MEMORY}'")
        fill(connection)
        connection.execute("DETACH kept")
        draft.replace(folder / FILE)
    except BaseException:
        with suppress(duckdb.Error):
            connection.execute("DETACH kept")
        raise
    finally:
        connection.execute("RESET memory_limit")
        draft.unlink(missing_ok=True)


def fill(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables of `kept`, which the connection knows by that name, from the store's views."""
    row = connection.execute("SELECT count(*) FROM setl_d").fetchone()
    every = "true" if row is None or row[0] <= MANY_BILLS else "false"
    for statement in (PERSONS, VISITS, DOCTORS, USUAL, ODD):
        connection.execute(statement.replace("{every}", every))
