"""Which pairs are compared at all: those that share a block, found in DuckDB.

A block is what two records of one being would hardly both have wrong. Large blocks (a dormitory's
address, a switchboard) say nothing about two of their records and would cost the square of their
size, so they are left out and counted.
"""

from collections.abc import Mapping
from typing import Final

import duckdb
import pyarrow as pa

from graph.sameness.model import SameKind
from graph.sameness.sound import sound_of

TABLES: Final = {
    SameKind.PATIENT: ("psn_info_b", "psn_no"),
    SameKind.DOCTOR: ("staff_info_b", "prac_psn_code"),
    SameKind.INSTITUTION: ("medins_info_b", "fixmedins_code"),
}
NAMES: Final = {
    SameKind.PATIENT: "psn_name",
    SameKind.DOCTOR: "prac_psn_name",
    SameKind.INSTITUTION: "fixmedins_name",
}
#: What people add to a name when they register it anew: a note in brackets, blanks, the dot of a
#: name of two parts. Of an institution a bracket names the branch and stays.
_NOTE: Final = r"[（(\[【][^）)\]】]*[）)\]】]"
_GAPS: Final = r"[\s\x{00A0}\x{3000}·•・‧]+"
SOUNDS: Final = pa.schema({"name": pa.string(), "sound": pa.string()})
#: Block name → the columns that must be equal and present.
BLOCKS: Final[Mapping[SameKind, Mapping[str, tuple[str, ...]]]] = {
    SameKind.PATIENT: {
        "certno": ("upper(trim(certno))",),
        "name_birth": ("psn_name", "brdy"),
        "sound_birth": ("sound", "brdy"),
        "birth_address": ("brdy", "live_addr"),
        "name_phone": ("psn_name", "tel"),
        "name_address": ("psn_name", "live_addr"),
        "birth_phone": ("brdy", "tel"),
    },
    SameKind.DOCTOR: {"name": ("prac_psn_name",), "sound": ("sound", "fixmedins_code")},
    SameKind.INSTITUTION: {
        "name": ("fixmedins_name",),
        "address": ("address",),
        "place": ("round(lon::DOUBLE, 3)", "round(lat::DOUBLE, 3)"),
    },
}


def records(connection: duckdb.DuckDBPyConnection, kind: SameKind) -> None:
    """The records of a kind as the table `record`: names without what was added to them, the name
    as it is `written`, how it sounds, and the number of namesakes."""
    table, key = TABLES[kind]
    name = NAMES[kind]
    gaps = f"regexp_replace({name}, '{_GAPS}', '', 'g')"
    plain = gaps if kind is SameKind.INSTITUTION else f"regexp_replace({gaps}, '{_NOTE}', '', 'g')"
    _sounds(connection, f"SELECT DISTINCT {plain} FROM {table} WHERE {plain} <> ''")
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE record AS SELECT t.* REPLACE ({plain} AS {name}), "
        f"{key} AS code, {name} AS written, s.sound, "
        f"count(*) OVER (PARTITION BY {plain}) AS namesakes FROM {table} t "
        f"LEFT JOIN sounds s ON s.name = {plain}"
    )


def _sounds(connection: duckdb.DuckDBPyConnection, names: str) -> None:
    """The table `sounds`: every name and how it sounds."""
    every = [name for (name,) in connection.execute(names).fetchall()]
    table = pa.table({"name": every, "sound": [sound_of(name) for name in every]}, schema=SOUNDS)
    connection.register("arrow_sounds", table)
    connection.execute("CREATE OR REPLACE TEMP TABLE sounds AS SELECT * FROM arrow_sounds")
    connection.unregister("arrow_sounds")


def pairs(
    connection: duckdb.DuckDBPyConnection, kind: SameKind, crowd: int
) -> tuple[tuple[str, ...], int]:
    """Fill the table `pair` (a, b) from all blocks; returns the crowded ones and the pairs' number."""
    connection.execute("CREATE OR REPLACE TEMP TABLE pair (a VARCHAR, b VARCHAR)")
    crowded = []
    for name, columns in BLOCKS[kind].items():
        cells = ", ".join(f"({column})::VARCHAR" for column in columns)
        whole = " AND ".join(f"nullif(({column})::VARCHAR, '') IS NOT NULL" for column in columns)
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE block AS SELECT code, concat_ws(chr(31), {cells}) AS value "
            f"FROM record WHERE {whole}"
        )
        left = connection.execute(
            "SELECT count(*) FROM (SELECT value FROM block GROUP BY value HAVING count(*) > ?)",
            [crowd],
        ).fetchone()
        if left and left[0]:
            crowded.append(f"{name}:{left[0]}")
        connection.execute(
            """INSERT INTO pair SELECT x.code, y.code FROM block x JOIN block y
            ON y.value = x.value AND x.code < y.code
            SEMI JOIN (SELECT value FROM block GROUP BY value HAVING count(*) BETWEEN 2 AND ?) small
            ON small.value = x.value""",
            [crowd],
        )
    connection.execute("CREATE OR REPLACE TEMP TABLE pair AS SELECT DISTINCT a, b FROM pair")
    counted = connection.execute("SELECT count(*) FROM pair").fetchone()
    return tuple(crowded), int(counted[0]) if counted else 0
