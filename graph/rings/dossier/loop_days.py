"""The days on which a ring's members had a refund loop at its places: what chance draws anew for a ring of
refund loops, as its run did. To draw all their visits anew would make any refund look rare."""

from collections.abc import Iterable

import duckdb
import numpy as np

from claims.store import ClaimStore
from graph.rings.channels.refunds import SQL
from graph.rings.days.read import Reading, key_of
from graph.rings.kept import beside
from graph.rings.read import RingDossier


def loop_days(store: ClaimStore, dossier: RingDossier) -> list[tuple[str, str, int]]:
    """Each member's days with a loop at a place, from 1970-01-01; sorted."""
    with beside(store) as (connection, folder):
        columns, keys = Reading(folder).columns(connection, SQL)
        places = _codes(connection, keys.places, {day.fixmedins_code for day in dossier.days})
        members = _codes(connection, keys.persons, {f.member.psn_no for f in dossier.faces})
    at = np.isin(columns.place, list(places)) & np.isin(columns.person, list(members))
    rows = (columns.person[at].tolist(), columns.place[at].tolist(), columns.day[at] - 1)
    own = zip(*rows[:2], keys.days[rows[2]].tolist(), strict=True)
    return sorted({(members[person], places[place], day) for person, place, day in own})


def _codes(
    connection: duckdb.DuckDBPyConnection, keys: np.ndarray, names: Iterable[str]
) -> dict[int, str]:
    """The names by their codes in the columns; who is not in them has none."""
    rows = connection.execute(
        f"SELECT {key_of('name')}, name FROM (SELECT unnest(?::VARCHAR[]) AS name)", [sorted(names)]
    ).fetchall()
    code = {int(key): code for code, key in enumerate(keys.tolist())}
    return {code[key]: name for key, name in rows if key in code}
