"""Write a county: the seven canonical tables as CSV, and on request the answer key."""

import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

import numpy as np

from claims.county import tables
from claims.county.answer import answer_key
from claims.county.fund import settle
from claims.county.lines import honest_lines
from claims.county.plan import County, build_county
from claims.county.rings import Habits
from claims.county.stream import Ints, stream
from claims.county.tampering import tamper
from claims.county.visits import OPEN
from claims.county.writing import TableWriter

Progress = Callable[[str, int, int | None], None]
PIECE: Final = 40_000
LEAST_PERSONS: Final = 300


class TooFewPersons(ValueError):
    """A county needs enough people for its institutions and groups."""

    code = "too_few_persons"

    def __init__(self, persons: int) -> None:
        self.message_zh = f"人数 {persons} 太少，请用 --persons 指定至少 {LEAST_PERSONS} 人"
        self.message_en = f"{persons} persons are too few; give --persons {LEAST_PERSONS} or more"
        super().__init__(self.message_zh)


def _silent(phase: str, done: int, total: int | None) -> None:
    """Progress to nobody."""


def generate(
    out: Path,
    persons: int,
    seed: int,
    answer_key_file: Path | None = None,
    *,
    compress: bool = False,
    with_fraud: bool = True,
    habits: Habits | None = None,
    progress: Progress = _silent,
) -> dict[str, Any]:
    """Write a county of ``persons`` people for 2025 into directory ``out``.

    The same arguments give the same bytes. Returns rows by table. Raises :class:`TooFewPersons`.
    """
    if persons < LEAST_PERSONS:
        raise TooFewPersons(persons)
    progress("plan", 0, None)
    county = build_county(persons, seed, with_fraud=with_fraud, habits=habits)
    out.mkdir(parents=True, exist_ok=True)
    planted: dict[int, list[int]] = {}
    rows = {"medins_info_b": 0, "staff_info_b": 0, "psn_info_b": 0}
    ending = ".csv.gz" if compress else ".csv"
    for name, columns in (
        ("medins_info_b", tables.institutions(county)),
        ("staff_info_b", tables.staff(county)),
        ("psn_info_b", tables.persons(county)),
    ):
        with TableWriter(out / f"{name}{ending}") as writer:
            writer.write(columns)
        rows[name] = len(next(iter(columns.values())))
    rows |= _write_visits(county, out, ending, planted, progress)
    if answer_key_file is not None:
        key = answer_key(county, planted, persons)
        answer_key_file.write_text(
            json.dumps(key, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    return rows


def _write_visits(
    county: County, out: Path, ending: str, planted: dict[int, list[int]], progress: Progress
) -> dict[str, int]:
    names = ("mdtrt_d", "setl_diag_list_d", "setl_d", "fee_list_d")
    rows = dict.fromkeys(names, 0)
    total = len(county.visits)
    with ExitStack() as stack:
        writers = {n: stack.enter_context(TableWriter(out / f"{n}{ending}")) for n in names}
        for first in range(0, total, PIECE):
            pieces = _piece(county, first, rows["fee_list_d"], planted)
            for name, columns in pieces.items():
                writers[name].write(columns)
                rows[name] += len(next(iter(columns.values())))
            progress("write", min(first + PIECE, total), total)
    return rows


def _piece(
    county: County, first: int, first_line: int, planted: dict[int, list[int]]
) -> dict[str, Any]:
    """The four tables of visits ``first`` to ``first + PIECE``."""
    window: Ints = np.arange(first, min(first + PIECE, len(county.visits)))
    visits, settled = county.visits.take(window), county.settled[window]
    rng = stream(county.seed, "lines", first // PIECE)
    lines = honest_lines(rng, visits, county.people, county.places)
    lines = tamper(rng, lines, visits, county.people, county.places)
    for line in np.flatnonzero(lines.planted):
        planted.setdefault(first + int(lines.visit[line]), []).append(first_line + int(line))
    pay = settle(visits, lines, county.people, county.places)
    # Settlements come in the order of time, so those still open are the last of all.
    over = int((visits.end != OPEN).sum())
    paid = type(pay)(*(getattr(pay, name)[:over] for name in pay.__dataclass_fields__))
    closed = visits.take(np.arange(over))
    return {
        "mdtrt_d": tables.visits_table(county, visits, first),
        "setl_diag_list_d": tables.diagnosis_table(county, visits, first),
        "setl_d": tables.settlement_table(county, closed, settled[:over], paid, first),
        "fee_list_d": tables.line_table(county, visits, lines, first, first_line),
    }
