"""Places by name: from the registers, and from visits where a register lacks one."""

import duckdb
import numpy as np
import pytest

from graph.rings.days.read import PLACES, Keys, Reading

SQL = "SELECT psn_no FROM mdtrt_d"
TABLES = """
    CREATE TABLE medins_info_b (fixmedins_code VARCHAR);
    CREATE TABLE terminal_info_b (terminal_no VARCHAR, fixmedins_code VARCHAR);
    CREATE SCHEMA kept;
    CREATE TABLE kept.persons (key UBIGINT, psn_no VARCHAR);
    CREATE TABLE mdtrt_d (psn_no VARCHAR, fixmedins_code VARCHAR);
    CREATE TABLE setl_d (fixmedins_code VARCHAR, terminal_no VARCHAR);
    INSERT INTO mdtrt_d VALUES ('P1', 'H1');
    INSERT INTO setl_d VALUES ('H1', NULL), ('H2', 'T1'), ('H2', 'T2');
"""
REGISTERED = """
    INSERT INTO medins_info_b VALUES ('H1'), ('H2');
    INSERT INTO terminal_info_b VALUES ('T1', 'H2'), ('T2', 'H2');
"""


@pytest.mark.parametrize("registered", ["", REGISTERED, REGISTERED.split(";")[0]])
def test_every_place_has_its_institution_whatever_registers_lack(registered: str) -> None:
    with duckdb.connect() as connection:
        connection.execute(TABLES + registered)
        seen = dict(connection.execute(PLACES).fetchall())
        none = np.zeros(0, dtype=np.uint64)
        keys = Keys(
            np.zeros(1, np.uint64), np.array([*seen], np.uint64), none, none.astype(np.int32), 0
        )
        names = Reading().names(connection, SQL, keys, [np.zeros(1, dtype=np.int32)])
    assert {key: names.institution(key) for key in seen} == seen
    assert sorted(seen.values()) == ["H1", "H1", "H2", "H2", "H2"]


def test_visits_are_not_read_for_places_that_the_registers_name() -> None:
    with duckdb.connect() as connection:
        connection.execute(TABLES + REGISTERED)
        seen = dict(connection.execute(PLACES).fetchall())
        connection.execute("DROP TABLE setl_d")
        none = np.zeros(0, dtype=np.uint64)
        keys = Keys(
            np.zeros(1, np.uint64), np.array([*seen], np.uint64), none, none.astype(np.int32), 0
        )
        names = Reading().names(connection, SQL, keys, [np.zeros(1, dtype=np.int32)])
    assert {key: names.institution(key) for key in seen} == seen
