"""The days with a refund loop at a ring's places, its members' and everybody's: what chance draws anew for a
ring of refund loops, as its run did. All visits of the place would make any refund look rare."""

from collections.abc import Iterable

import duckdb
import numpy as np

from claims.store import ClaimStore
from graph.rings.channels.refunds import SQL
from graph.rings.days.read import Reading, key_of
from graph.rings.dossier.model import Appearances
from graph.rings.kept import beside
from graph.rings.read import RingDossier


def loop_days(store: ClaimStore, dossier: RingDossier) -> Appearances:
    """Days (from 1970-01-01) with a loop: how many persons at each place, and each member's own."""
    with beside(store) as (connection, folder):
        columns, keys = Reading(folder).columns(connection, SQL)
        places = _codes(connection, keys.places, {day.fixmedins_code for day in dossier.days})
        members = _codes(connection, keys.persons, {f.member.psn_no for f in dossier.faces})
    at = np.isin(columns.place, list(places))
    rows = np.unique(np.stack([columns.place[at], columns.day[at], columns.person[at]]), axis=1)
    joint, counts = np.unique(rows[:2], axis=1, return_counts=True)
    days = keys.days[joint[1] - 1].tolist()
    crowds = zip(joint[0].tolist(), days, counts.tolist(), strict=True)
    mine = rows[:, np.isin(rows[2], list(members))]
    own = zip(*mine[[2, 0]].tolist(), keys.days[mine[1] - 1].tolist(), strict=True)
    return Appearances(
        sorted((places[place], day, count) for place, day, count in crowds),
        sorted((members[person], places[place], day) for person, place, day in own),
    )


def _codes(
    connection: duckdb.DuckDBPyConnection, keys: np.ndarray, names: Iterable[str]
) -> dict[int, str]:
    """The names by their codes in the columns; who is not in them has none."""
    rows = connection.execute(
        f"SELECT {key_of('name')}, name FROM (SELECT unnest(?::VARCHAR[]) AS name)", [sorted(names)]
    ).fetchall()
    code = {int(key): code for code, key in enumerate(keys.tolist())}
    return {code[key]: name for key, name in rows if key in code}
