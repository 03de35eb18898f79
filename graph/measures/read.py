"""Measures as lists: what holds at a moment, for people and for settlement systems.

What holds is read from the decisions' own beginnings and ends, so a list is right also where the
beat has not spoken yet. Doctors whose qualification is suspended or terminated by their points
stand in the same list.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import neo4j

from casework.actors import BUREAU, Viewer
from casework.clocks.calendars import day_start, local_date
from casework.commands.measures import SubjectKind
from casework.events import utc_text
from casework.masking import mask_name
from casework.measures.state import Measured, MeasuresState, Standing, fold_measures, key_of
from casework.points.fold import fold_points
from casework.points.history import unbillable
from casework.points.standing import STATUS_NAMES, standing
from graph.cases.scope import file_scope
from graph.events.load import load

MOST: Final = 5000
SUBJECTS: Final = """
MATCH (m:Measure)-[:AGAINST]->(s:Measured)
WHERE ($everything OR (s.kind IN ['institution', 'department'] AND s.subject_key = $institution)
       OR (s.kind = 'doctor' AND s.subject_key = $doctor))
  AND ($all OR (m.imposed AND m.lasting AND m.starts_at <= $at
                AND (m.over_at IS NULL OR m.over_at > $at)))
  AND ($case_no IS NULL OR m.case_no = $case_no)
RETURN DISTINCT s.key AS key ORDER BY key LIMIT $limit
"""
FILES: Final = """
MATCH (f:DoctorFile)
WHERE $everything OR $institution IN f.institutions OR f.prac_psn_code = $doctor
RETURN f.prac_psn_code AS code ORDER BY code
"""


@dataclass(frozen=True)
class MeasureRow:
    """One measure with its subject, as it stands at the asked moment. Times are UTC.

    `over_at` is the first moment after it, None where it lasts until lifted. `source`: measures, or
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
    version: int = 0


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
    # What somebody only proposed, or was refused, is not the subject's to read.
    return tuple(row for row in rows if row.standing not in (Standing.PROPOSED, Standing.REFUSED))


async def measures_of(
    driver: neo4j.AsyncDriver, viewer: Viewer, fixmedins_code: str
) -> MeasuresState | None:
    """Return all measures and points of an institution; None to whom they are not to be shown."""
    scope = file_scope(viewer.actor)
    if not scope.everything and scope.institution != fixmedins_code:
        return None
    key = key_of(SubjectKind.INSTITUTION, fixmedins_code)
    return fold_measures(key, (await load(driver, f"measures:{key}"))[f"measures:{key}"])


async def status_list(driver: neo4j.AsyncDriver, at: datetime) -> tuple[MeasureRow, ...]:
    """Return all that stops settlement at `at`: for a system whose key was checked before."""
    rows = await _rows(
        driver, at, False, history=False, everything=True, institution=None, doctor=None
    )
    return tuple(row for row in rows if row.stops)


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
    given: dict[str, Any] = {
        "everything": everything, "institution": institution, "doctor": doctor,
    }  # fmt: skip
    asked = {**given, "at": utc_text(at), "all": history, "limit": MOST, "case_no": case_no}
    rows, _, _ = await driver.execute_query(SUBJECTS, asked, routing_=neo4j.RoutingControl.READ)
    keys = [str(row["key"]) for row in rows]
    chains = await load(driver, *(f"measures:{key}" for key in keys))
    found: list[MeasureRow] = []
    for key in keys:
        state = fold_measures(key, chains[f"measures:{key}"])
        found += _of_subject(state, at, masked, history)
    if case_no is not None:
        return tuple(row for row in found if row.case_no == case_no)
    files, _, _ = await driver.execute_query(FILES, given, routing_=neo4j.RoutingControl.READ)
    found += await _of_points(driver, [str(row["code"]) for row in files], at)
    return tuple(found)


def _of_subject(
    state: MeasuresState, at: datetime, masked: bool, history: bool
) -> Iterable[MeasureRow]:
    for one in state.measures if history else state.holding(at):
        hide = masked and state.kind is SubjectKind.INSURED
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
            over_at=None if one.never_began else one.over_at,
            standing=one.standing(at),
            stops=one.row.stops,
            source="measures",
            basis=one.basis,
            case_no=one.case_no,
            document_no=one.document_no,
            measure=one,
            version=state.version,
        )


async def _of_points(driver: neo4j.AsyncDriver, codes: list[str], at: datetime) -> list[MeasureRow]:
    """Doctors who may not bill on that day, from their own files."""
    chains = await load(driver, *(f"points:{code}" for code in codes))
    on = local_date(at)
    found = []
    for code in codes:
        file = fold_points(code, chains[f"points:{code}"])
        for span in unbillable(file):
            if not span.starts <= on or (span.until is not None and on > span.until):
                continue
            zh, en = STATUS_NAMES[span.status]
            resting = standing(file, on).sanction
            ids = resting.entry_ids if resting else ()
            papers = dict.fromkeys(e.basis for e in file.entries if e.entry_id in ids)
            over = day_start(span.until + timedelta(days=1)) if span.until else None
            row = MeasureRow(
                SubjectKind.DOCTOR, code, "", file.name, span.status.value, f"医保支付资格{zh}",
                f"payment qualification {en}", "", day_start(span.starts).astimezone(UTC), over,
                Standing.IN_FORCE, True, "points", "医保支付资格管理（记分）",
                document_no="、".join(papers),
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
    if state.kind in (SubjectKind.INSTITUTION, SubjectKind.DEPARTMENT):
        return scope.institution == state.subject_key
    return state.kind is SubjectKind.DOCTOR and scope.doctor == state.subject_key
