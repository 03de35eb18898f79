"""Papers of a case's measures for its volumes: they lie with the measures, and are bound with the case.

Only what came back signed or sealed: before the case is closed every paper of them is asked for.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.copying import replace
from casework.documents.catalogue import Form, form_of
from casework.measures.signed import RECEIPTS, correction_of, measure_forms
from casework.measures.state import Measured, MeasuresState
from casework.measures.wanted import LIFTED
from casework.volumes.state import Entry, VolumeKind

CONSENT: Final = "电子送达同意书"
STATEMENT: Final = "陈述申辩材料"


def with_sheets(case: CaseState, states: Mapping[str, Any]) -> CaseState:
    """The case with what its measures give to its volumes; `states`: their streams."""
    own = {one.evidence_id for one in case.evidence}
    found = {
        entry.source: (kind, entry)
        for stream in case.measured
        for kind, entry in _of(case, states[stream])
        if entry.source.partition(":")[2] not in own
    }
    return replace(case, measure_sheets=tuple(found.values()))


def _of(case: CaseState, state: MeasuresState) -> Iterator[tuple[VolumeKind, Entry]]:
    for one in state.measures:
        if one.case_no == case.case_no:
            yield from _papers(state, one)


def _papers(state: MeasuresState, one: Measured) -> Iterator[tuple[VolumeKind, Entry]]:
    """As they came about: approval, statements, notice with its receipt, its end with its receipt."""
    main = VolumeKind.MAIN
    forms = [form for form in measure_forms(one) if one.scan_of(form.id)]
    for form in forms:
        if form.inner:
            yield VolumeKind.INNER, _form(state, one, form)
    for scan in one.statements:
        yield main, _entry(state, STATEMENT, scan, one.told_on, state.name)
    for form in forms:
        if not form.inner and form.id != LIFTED:
            yield main, _form(state, one, form)
    yield from ((main, entry) for entry in _services(state, one, "measure"))
    if one.scan_of(LIFTED):
        yield main, _form(state, one, form_of(LIFTED))
    yield from ((main, entry) for entry in _services(state, one, "lift"))


def _form(state: MeasuresState, one: Measured, form: Form) -> Entry:
    moment = one.lift_decided_at or one.lifted_at if form.id == LIFTED else one.decided_at
    if told := correction_of(one, form.id):
        moment = told.at
    return _entry(state, form.zh, one.scan_of(form.id) or "", _day(moment))


def _services(state: MeasuresState, one: Measured, of: str) -> Iterator[Entry]:
    for service in one.services:
        if service.of == of:
            yield _entry(state, RECEIPTS[of][0], service.receipt, service.on)
            if service.consent:
                yield _entry(state, CONSENT, service.consent, service.on, state.name)


def _day(moment: datetime | None) -> date | None:
    return local_date(moment) if moment else None


def _entry(
    state: MeasuresState, title: str, scan: str, on: date | None, responsible: str = ""
) -> Entry:
    whose = f"{state.name or state.subject_key} {state.department}".strip()
    return Entry(f"evidence:{scan}", f"{title}（{whose}）", "", responsible, on or date.min)
