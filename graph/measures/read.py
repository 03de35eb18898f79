"""Measures as lists: what holds at a moment, for people and for settlement systems.

What holds is read from the decisions' own beginnings and ends, so a list is right also where the
beat has not spoken yet. Doctors whose qualification is suspended or terminated by their points
stand in the same list. It is walked in portions, so that no list ends before its last subject.
"""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import BUREAU, Viewer
from casework.clocks.calendars import day_start, local_date
from casework.commands.measures import SubjectKind
from casework.events import Event, utc_text
from casework.masking import mask_certno, mask_name
from casework.measures.state import (
    OF_INSTITUTION,
    Measured,
    MeasuresState,
    Standing,
    fold_measures,
    key_of,
)
from casework.points.fold import fold_points
from casework.points.history import unbillable
from casework.points.standing import STATUS_NAMES, standing
from casework.points.state import PointsState
from graph.cases.scope import file_scope
from graph.events.load import load
from graph.measures.load import of_institution

#: Chains that are read at once.
PORTION: Final = 500
SUBJECTS: Final[LiteralString] = """
MATCH (m:Measure)-[:AGAINST]->(s:Measured)
WHERE ($everything OR (s.kind IN $of_institution AND s.subject_key = $institution)
       OR (s.kind = 'doctor' AND s.subject_key = $doctor))
  AND ($all OR (m.imposed AND m.lasting AND m.starts_at <= $at
                AND (m.over_at IS NULL OR m.over_at > $at)))
  AND ($case_no IS NULL OR m.case_no = $case_no) AND s.key > $after
RETURN DISTINCT s.key AS key ORDER BY key LIMIT $limit
"""
FILES: Final[LiteralString] = """
MATCH (f:DoctorFile)
WHERE ($everything OR $institution IN f.institutions OR f.prac_psn_code = $doctor)
  AND f.prac_psn_code > $after
RETURN f.prac_psn_code AS key ORDER BY key LIMIT $limit
"""
#: Subjects of measures come first, then doctors by their points; a place in the list names both.
MEASURES, POINTS = "measures", "points"


@dataclass(frozen=True, order=True)
class Place:
    """Where a list was left: behind the subject `key` of one of its two parts."""

    part: str = MEASURES
    key: str = ""


START: Final = Place()


@dataclass(frozen=True)
class MeasureRow:
    """One measure with its subject, as it stands at the asked moment. Times are UTC.

    `over_at` is the first moment after it, None where it lasts until lifted, or rests, since `rests_since`:
    what it rests is added to its end, so nobody knows it yet. `source`: measures, or
    points for a doctor's qualification; then `measure` is None, `kind_zh` its status and
    `document_no` the decisions that the points rest on.
    """

    subject_kind: SubjectKind
    subject_key: str
    department: str
    name: str
    kind: str
    kind_zh: str
    kind_en: str
    area: str
    starts_at: datetime | None
    over_at: datetime | None
    standing: Standing
    stops: bool
    source: str
    basis: str
    case_no: str | None = None
    document_no: str = ""
    measure: Measured | None = None
    rests_since: datetime | None = None
    version: int = 0
    #: The fund pays nothing out to the institution; patients go on settling there.
    withholds: bool = False
    #: Of who is barred from managing; masked unless the viewer stated a purpose.
    identity_no: str = ""


async def measures_at(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    at: datetime,
    *,
    history: bool = False,
    case_no: str | None = None,
) -> tuple[MeasureRow, ...]:
    """Return what holds at `at`, by subject; with `history` also what is proposed, over or to come.

    With `case_no` only what that case brought about.

    The bureau sees all, an institution and a doctor their own that were decided, others nothing.
    """
    scope = file_scope(viewer.actor)
    if scope.nothing:
        return ()
    rows = await _rows(
        driver, at, viewer.masked, history=history, everything=scope.everything,
        institution=scope.institution, doctor=scope.doctor, case_no=case_no,
    )  # fmt: skip
    if viewer.actor.holds(*BUREAU):
        return rows
    # What is only proposed, refused or not served yet is not the subject's to read.
    return tuple(row for row in rows if row.measure is None or row.measure.imposed)


async def measures_of(
    driver: neo4j.AsyncDriver, viewer: Viewer, fixmedins_code: str
) -> MeasuresState | None:
    """Return all measures and points of an institution; None to whom they are not to be shown."""
    scope = file_scope(viewer.actor)
    if not scope.everything and scope.institution != fixmedins_code:
        return None
    key = key_of(SubjectKind.INSTITUTION, fixmedins_code)
    return fold_measures(key, (await load(driver, f"measures:{key}"))[f"measures:{key}"])


async def status_list(
    driver: neo4j.AsyncDriver, at: datetime, after: Place = START
) -> AsyncIterator[tuple[Place, tuple[MeasureRow, ...]]]:
    """Yield all that stops settlement or payment at `at`, subject by subject behind `after`.

    For a system whose key was checked before.
    """
    asked = {"everything": True, "institution": None, "doctor": None}
    async for place, rows in _walk(driver, at, False, asked, after=after):
        stopping = tuple(row for row in rows if row.stops or row.withholds)
        if stopping:
            yield place, stopping


async def _rows(
    driver: neo4j.AsyncDriver,
    at: datetime,
    masked: bool,
    *,
    history: bool,
    everything: bool,
    institution: str | None,
    doctor: str | None,
    case_no: str | None = None,
) -> tuple[MeasureRow, ...]:
    asked = {"everything": everything, "institution": institution, "doctor": doctor}
    walk = _walk(driver, at, masked, asked, history=history, case_no=case_no)
    return tuple([row async for _, rows in walk for row in rows])


async def _walk(
    driver: neo4j.AsyncDriver,
    at: datetime,
    masked: bool,
    given: dict[str, Any],
    *,
    after: Place = START,
    history: bool = False,
    case_no: str | None = None,
) -> AsyncIterator[tuple[Place, list[MeasureRow]]]:
    """Every subject behind `after` with its rows, in the order of the list."""
    more: dict[str, Any] = {"at": utc_text(at), "all": history, "case_no": case_no}
    more["of_institution"] = of_institution()
    if after.part == MEASURES:
        async for key, chain in _chains(driver, SUBJECTS, MEASURES, {**given, **more}, after.key):
            rows = list(rows_of_subject(fold_measures(key, chain), at, masked, history))
            yield (
                Place(MEASURES, key),
                [row for row in rows if case_no is None or row.case_no == case_no],
            )
    if case_no is not None:
        return
    behind = after.key if after.part == POINTS else ""
    async for code, chain in _chains(driver, FILES, POINTS, given, behind):
        yield Place(POINTS, code), _of_points(fold_points(code, chain), at)


async def _chains(
    driver: neo4j.AsyncDriver, query: LiteralString, prefix: str, asked: dict[str, Any], after: str
) -> AsyncIterator[tuple[str, list[Event]]]:
    """The chains whose keys the query names behind `after`, a portion at a time."""
    while True:
        rows, _, _ = await driver.execute_query(
            query,
            {**asked, "after": after, "limit": PORTION},
            routing_=neo4j.RoutingControl.READ,
        )
        keys = [str(row["key"]) for row in rows]
        chains = await load(driver, *(f"{prefix}:{key}" for key in keys))
        for key in keys:
            yield key, chains[f"{prefix}:{key}"]
        if len(keys) < PORTION:
            return
        after = keys[-1]


def rows_of_subject(
    state: MeasuresState, at: datetime, masked: bool, history: bool
) -> Iterable[MeasureRow]:
    """The measures of a subject that hold at `at`, with `history` all of them."""
    for one in state.measures if history else state.holding(at):
        hide = masked and state.kind is SubjectKind.INSURED
        rests = one.standing(at) is Standing.RESTING
        yield MeasureRow(
            subject_kind=state.kind,
            subject_key=state.subject_key,
            department=state.department,
            name=mask_name(state.name) if hide else state.name,
            kind=one.kind.value,
            kind_zh=one.row.zh,
            kind_en=one.row.en,
            area=one.area,
            starts_at=one.starts_at,
            # An end before the start would say that it held.
            over_at=None if one.never_began or rests else one.over_at,
            rests_since=one.rested_from(at) if rests else None,
            standing=one.standing(at),
            stops=one.row.stops,
            withholds=one.row.withholds,
            source="measures",
            basis=one.basis,
            case_no=one.case_no,
            document_no=one.document_no,
            measure=one,
            identity_no=mask_certno(one.identity_no) if masked else one.identity_no,
            version=state.version,
        )


def _of_points(file: PointsState, at: datetime) -> list[MeasureRow]:
    """What keeps a doctor from billing on that day by his points."""
    on = local_date(at)
    found = []
    for span in unbillable(file):
        if not span.starts <= on or (span.until is not None and on > span.until):
            continue
        zh, en = STATUS_NAMES[span.status]
        resting = standing(file, on).sanction
        ids = resting.entry_ids if resting else ()
        papers = dict.fromkeys(e.basis for e in file.entries if e.entry_id in ids)
        over = day_start(span.until + timedelta(days=1)) if span.until else None
        row = MeasureRow(
            SubjectKind.DOCTOR, file.prac_psn_code, "", file.name, span.status.value,
            f"医保支付资格{zh}", f"payment qualification {en}", "",
            day_start(span.starts).astimezone(UTC), over, Standing.IN_FORCE, True, "points",
            "医保支付资格管理（记分）", document_no="、".join(papers),
        )  # fmt: skip
        found.append(row)
    return found


async def subject(driver: neo4j.AsyncDriver, viewer: Viewer, key: str) -> MeasuresState | None:
    """Return one subject's measures, or None when there are none or they are not for this viewer."""
    stream = f"measures:{key}"
    events = (await load(driver, stream))[stream]
    if not events:
        return None
    state = fold_measures(key, events)
    return state if seen(state, viewer) else None


def seen(state: MeasuresState, viewer: Viewer) -> bool:
    """Whether a subject's measures are this viewer's to see."""
    scope = file_scope(viewer.actor)
    if viewer.actor.holds(*BUREAU):
        return True
    if state.kind in OF_INSTITUTION:
        return scope.institution == state.subject_key
    return state.kind is SubjectKind.DOCTOR and scope.doctor == state.subject_key
