"""Reads `rows.toml`: which events people are told of, in which words, and who hears them."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "rows.toml"


class To(StrEnum):
    """An audience; what each means stands in `rows.toml`."""

    ASSIGNEE = "assignee"
    OFFICERS = "officers"
    WAITING = "waiting"
    SUPERVISORS = "supervisors"
    AGENCY = "agency"
    PARTY = "party"
    SUBJECT = "subject"
    DOCTOR = "doctor"
    PLACES = "places"
    HEADS = "heads"
    LEADERS = "leaders"
    PROPOSER = "proposer"
    ANSWERERS = "answerers"
    DECIDERS = "deciders"
    ADDRESSEES = "addressees"
    DEPUTY = "deputy"
    PRINCIPAL = "principal"


class NoticeKind(StrEnum):
    """What sort of thing is told; a person chooses by it what is sent."""

    STEP = "step"
    TASK = "task"
    WARNING = "warning"
    OVERDUE = "overdue"
    LAPSED = "lapsed"
    SERVED = "served"
    MEASURE = "measure"
    POINTS = "points"
    INSPECTION = "inspection"
    EVIDENCE = "evidence"
    PARAMETER = "parameter"
    JOB = "job"
    MESSAGE = "message"
    MANDATE = "mandate"


@dataclass(frozen=True)
class NoticeRow:
    """One event that people are told of. `detail` names the field that only the page shows, `when` one that has to be so."""

    event: str
    kind: NoticeKind
    to: frozenset[To]
    zh: str
    en: str
    detail: str | None = None
    when: str | None = None


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def notice_rows() -> dict[str, NoticeRow]:
    """Every row by its event."""
    return {
        raw["event"]: NoticeRow(
            raw["event"],
            NoticeKind(raw["kind"]),
            frozenset(To(one) for one in raw["to"]),
            raw["zh"],
            raw["en"],
            raw.get("detail"),
            raw.get("when"),
        )
        for raw in _table()["notice"]
    }


@cache
def job_names() -> dict[str, tuple[str, str]]:
    """Kinds of jobs whose end is told to whoever started them, in Chinese and English."""
    return {raw["kind"]: (raw["zh"], raw["en"]) for raw in _table()["job"]}


def step_words() -> tuple[str, str]:
    """How a step that waits is told."""
    step = _table()["step"]
    return step["zh"], step["en"]


def quality_words() -> tuple[str, str]:
    """How an owner is told of a line of a quality report."""
    words = _table()["quality"]
    return words["zh"], words["en"]


def clock_words() -> tuple[str, str]:
    """How a clock that was set is told; {shown} and {expected} are moments."""
    words = _table()["clock"]
    return words["zh"], words["en"]


def party_deadlines() -> frozenset[str]:
    """Deadlines of the party itself."""
    return frozenset(_table()["party_deadlines"])


def doctor_deadlines() -> frozenset[str]:
    """Deadlines of the doctor himself."""
    return frozenset(_table()["doctor_deadlines"])


@dataclass(frozen=True)
class DayWords:
    """What the beat tells when a day has come; `of` says what of, in `rows.toml`."""

    of: str
    to: frozenset[To]
    zh: str
    en: str


@cache
def inspection_words() -> dict[str, DayWords]:
    """What the first day of an inspection's notice says: it begins."""
    return _day_words("inspection")


@cache
def mandate_words() -> dict[str, DayWords]:
    """What is said of a delegation or an absence that ended by itself."""
    return _day_words("mandate")


@cache
def sanction_words() -> dict[str, DayWords]:
    """What the first day after a suspension or a ban says, by what ended."""
    return _day_words("sanction")


@cache
def certificate_words() -> dict[str, DayWords]:
    """What is told of a certificate that comes to its end, and of one that did."""
    return _day_words("certificate")


def _day_words(of: str) -> dict[str, DayWords]:
    return {
        raw["of"]: DayWords(
            raw["of"], frozenset(To(one) for one in raw["to"]), raw["zh"], raw["en"]
        )
        for raw in _table()[of]
    }


def measure_warn_days() -> int:
    """How many days before its end a measure's end is told."""
    return int(_table()["measure_warn_days"])


def settled_days() -> int:
    """How many days after it fell due a deadline is told of that was over by then."""
    return int(_table()["settled_days"])


def certificate_warn_days() -> tuple[int, ...]:
    """How many days before its end the end of a certificate is told."""
    return tuple(int(days) for days in _table()["certificate_warn_days"])


def keep_days() -> int:
    """After how many days a notice that was read is dropped."""
    return int(_table()["keep_days"])
