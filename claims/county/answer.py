"""The answer key: what was planted and what only looks like it."""

from collections import defaultdict
from typing import Any

import numpy as np

from claims.county.calendar import DAY, START
from claims.county.plan import County
from claims.county.stream import Ints
from claims.county.writing import LINE_BASE, MDTRT_BASE

_CLUSTER = 5


def answer_key(county: County, planted_lines: dict[int, list[int]], persons: int) -> dict[str, Any]:
    """Rings, patterns and look-alikes with every key that a test needs.

    ``planted_lines`` maps a visit's running number to the numbers of its planted lines.
    """
    rows_of = defaultdict(list)
    for row in np.flatnonzero(county.visits.group >= 0):
        rows_of[int(county.visits.group[row])].append(int(row))
    key: dict[str, Any] = {
        "seed": county.seed,
        "persons": persons,
        "rings": [],
        "patterns": [],
        "lookalikes": [],
    }
    for position, entry in enumerate(county.groups.entries):
        rows = np.array(rows_of.get(position, []), dtype=np.int64)
        facts = {name: value for name, value in entry.items() if name != "section"}
        if not len(rows):
            continue
        if entry["section"] == "rings":
            key["rings"].append(
                {"ring_id": f"R{len(key['rings']) + 1}", **facts, **_group(county, rows)}
            )
            key["patterns"] += _trains(county, rows) if entry["channel"] == "pharmacy" else []
            continue
        shown = {**facts, **_visits(county, rows, planted_lines), **_group(county, rows)}
        if (
            shown["feedetl_sn"]
            or not county.visits.plant[rows].any()
            or "idle" in str(facts.get("kind"))
        ) or facts.get("rule_id") == "hanging_bed":
            key[entry["section"]].append(shown)
    return key


def _group(county: County, rows: Ints) -> dict[str, Any]:
    visits, places = county.visits, county.places
    days = np.unique(visits.begin[rows] // DAY)
    staff = np.unique(visits.doctor[rows])
    return {
        "patients": sorted(np.unique(county.people.psn_no[visits.person[rows]]).tolist()),
        "doctors": sorted(places.staff_code[staff].tolist()),
        "institutions": sorted(places.code[np.unique(visits.place[rows])].tolist()),
        "days": (START + days.astype("timedelta64[D]")).astype(str).tolist(),
    }


def _visits(county: County, rows: Ints, planted_lines: dict[int, list[int]]) -> dict[str, Any]:
    visits, places = county.visits, county.places
    ids = [str(MDTRT_BASE + int(row)) for row in rows]
    lines = [str(LINE_BASE + n) for row in rows for n in planted_lines.get(int(row), [])]
    one = int(rows[0])
    return {
        "mdtrt_id": ids[0],
        "mdtrt_ids": ids,
        "psn_no": str(county.people.psn_no[visits.person[one]]),
        "fixmedins_code": str(places.code[visits.place[one]]),
        "feedetl_sn": lines,
        "prac_psn_code": str(places.staff_code[visits.doctor[one]]),
    }


def _trains(county: County, rows: Ints) -> list[dict[str, Any]]:
    """A pharmacy ring is a card cluster on each of its days, too."""
    day = county.visits.begin[rows] // DAY
    trains = [rows[day == d] for d in np.unique(day)]
    rule = {"rule_id": "pharmacy_card_cluster"}
    return [
        {**rule, **_visits(county, train, {}), **_group(county, train)}
        for train in trains
        if len(train) >= _CLUSTER
    ]
