"""The answer key: what was planted and what only looks like it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import numpy as np
import pyarrow.compute as pc

from claims.county.calendar import DAY, START
from claims.county.cells import LINE_BASE, MDTRT_BASE
from claims.county.margins import Margins
from claims.county.plan import County
from claims.county.renumbered import renumbered
from claims.county.stream import Ints
from claims.county.twice import registered_twice
from claims.county.visits import Groups, Kind, Plant

_CLUSTER: Final = 5
#: What lawfully looks like what is planted: the kinds of look-alikes beside each channel and rule.
BESIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "outpatient": (
        "village_round",
        "weekly_round",
        "school_checkup",
        "employer_checkup",
        "market_day",
        "family_visit",
        "care_home",
    ),
    "inpatient": ("cancer_cycle",),
    "pharmacy": ("family_pickup",),
    "doctor_density": ("family_doctor", "care_home"),
    "refund_loop": ("corrected_bill", "corrected_line", "terminal_outage"),
    "doctor_shopping": ("referral", "pain_patient"),
    "sex_impossible_item": ("taken_back",),
    "age_limited_item": ("last_day_of_childhood", "first_day_of_age", "newborn"),
    "over_price_limit": ("price_at_limit", "retail_price"),
    "duplicate_charge": ("refunded",),
    "charge_outside_stay": ("take_home",),
    "over_days_supply": ("long_prescription",),
    "hanging_bed": ("quiet_day",),
    "split_admission": ("cancer_cycle",),
    "excessive_outpatient_frequency": ("dialysis", "rehab_course"),
    "pharmacy_card_cluster": ("family_pickup",),
}


def answer_key(
    county: County,
    groups: Groups,
    margins: Margins,
    planted_lines: dict[int, list[int]],
    resold: list[str],
) -> dict[str, Any]:
    """Rings, patterns, look-alikes and the state of the stock, with every key that a test needs.

    ``planted_lines`` maps a visit's running number to the numbers of its planted lines, ``resold``
    names the traceability codes of boxes that came back and were lawfully sold again.
    """
    key: dict[str, Any] = {
        "seed": county.seed,
        "persons": margins.persons,
        "months": margins.months,
        "rings": [],
        "patterns": [],
        "lookalikes": [],
        "stock": [],
        "beside": BESIDE,
    }
    for entry, rows in _members(county, groups):
        facts = {name: value for name, value in entry.items() if name != "section"}
        if entry["section"] == "rings":
            ring_id = f"R{len(key['rings']) + 1}"
            key["rings"].append({"ring_id": ring_id, **facts, **_group(county, rows)})
            key["patterns"] += _trains(county, rows) if entry["channel"] == "pharmacy" else []
            key["stock"] += _phantoms(county, rows, "sold_but_never_bought")
            continue
        shown = {**facts, **_visits(county, rows, planted_lines), **_group(county, rows)}
        if shown["feedetl_sn"] or _needs_no_line(county, rows, facts):
            key[entry["section"]].append(shown)
        if entry["section"] == "patterns":
            key["stock"] += _phantoms(county, rows, "code_shown_again")
    numbers = county.people.texts["psn_no"]
    key["registered_twice"] = registered_twice(numbers.take(pc.sort_indices(numbers)))
    key |= renumbered(county.places)
    key["stock"] += [{"kind": "resold_box", "lawful": True, "drug_trac_codg": resold}]
    return key


def _members(county: County, groups: Groups) -> Iterator[tuple[dict[str, Any], Ints]]:
    """Each entry with the running numbers of its visits, where it has any."""
    named = np.flatnonzero(county.visits.group >= 0)
    named = named[np.argsort(county.visits.group[named], kind="stable")]
    edges = np.searchsorted(county.visits.group[named], np.arange(len(groups.entries) + 1))
    for position, entry in enumerate(groups.entries):
        rows = named[edges[position] : edges[position + 1]]
        if len(rows):
            yield entry, rows.astype(np.int64)


def _needs_no_line(county: County, rows: Ints, facts: dict[str, Any]) -> bool:
    """Patterns that are visits, or lines that are missing."""
    marks = np.setdiff1d(county.visits.plant[rows], [Plant.NONE, Plant.VOID])
    return len(marks) == 0 or facts.get("rule_id") == "hanging_bed"


def _group(county: County, rows: Ints) -> dict[str, Any]:
    visits, places = county.visits, county.places
    days = np.unique(visits.begin[rows] // DAY)
    staff = np.unique(visits.doctor[rows])
    return {
        "patients": sorted(_numbers(county, np.unique(visits.person[rows]))),
        "doctors": sorted(places.staff_code[staff].tolist()),
        "institutions": sorted(places.code[np.unique(visits.place[rows])].tolist()),
        "days": (START + days.astype("timedelta64[D]")).astype(str).tolist(),
    }


def _numbers(county: County, persons: Ints) -> list[str]:
    texts = county.people.texts["psn_no"]
    return [texts[person].as_py() for person in persons.tolist()]


def _visits(county: County, rows: Ints, planted_lines: dict[int, list[int]]) -> dict[str, Any]:
    visits, places = county.visits, county.places
    ids = [str(MDTRT_BASE + row) for row in rows.tolist()]
    lines = [str(LINE_BASE + n) for row in rows.tolist() for n in planted_lines.get(row, [])]
    one = int(rows[0])
    return {
        "mdtrt_id": ids[0],
        "mdtrt_ids": ids,
        "psn_no": _numbers(county, visits.person[[one]])[0],
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


def _phantoms(county: County, rows: Ints, kind: str) -> list[dict[str, Any]]:
    """Swipes whose boxes were never bought, and show the codes of others."""
    swiped = rows[county.visits.kind[rows] == Kind.SWIPE]
    if len(swiped) == 0:
        return []
    return [{"kind": kind, "lawful": False, **_visits(county, swiped, {})}]
