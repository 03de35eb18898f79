"""Record the volumes of a closed case, which were bound from exactly what it holds now."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, role_required
from casework.cases.stages import TERMINAL
from casework.cases.state import CaseState
from casework.cases.streams import of_measured
from casework.clocks.calendars import local_date
from casework.commands.case import Path
from casework.commands.volumes import BoundVolume, RecordBinding
from casework.copying import replace
from casework.documents.due import unsigned
from casework.events import Draft
from casework.refusal import refuse
from casework.volumes.measured import with_sheets
from casework.volumes.plan import plan, sources
from casework.volumes.retention import retention_of
from casework.volumes.state import Entry, VolumeKind

#: Who may have a case bound; the agency only what it handled itself.
BINDERS = frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.AGENCY_OFFICER})


def record(ask: Ask[RecordBinding, CaseState]) -> list[Draft]:
    """CaseBound with both catalogues, hashes and retention, as the next version."""
    c, case = ask.command, with_sheets(ask.state, ask.states)
    news(case)
    if c.bound_at != case.version:
        raise refuse("STALE_VERSION", expected=c.bound_at, current=case.version)
    rows = plan(case)
    if [one.kind for one in c.volumes] != list(rows) or any(
        len(one.spans) != len(rows[one.kind]) or len(one.sha256) != 64 for one in c.volumes
    ):
        raise refuse(
            "BAD_VALUE", field="卷册", field_en="volumes", why="与本案卷内目录不符",
            why_en="they do not match the catalogue of the case",
        )  # fmt: skip
    kept = retention_of(case, local_date(case.closed_at or ask.at))
    return [
        draft(
            case.stream,
            "CaseBound",
            version=len(case.bindings) + 1,
            retention={"id": kept.id, "zh": kept.zh, "en": kept.en, "basis": kept.basis},
            permanent=not kept.years,
            retain_until=c.retain_until,
            volumes=[_volume(one, rows[one.kind]) for one in c.volumes],
        )
    ]


def _volume(one: BoundVolume, rows: tuple[Entry, ...]) -> dict[str, Any]:
    spans = zip(rows, one.spans, strict=True)
    return {
        "kind": one.kind.value,
        "sha256": one.sha256,
        "sm3": one.sm3,
        "size": one.size,
        "pages": one.pages,
        "rows": [
            {**vars(entry), "on": entry.on.isoformat(), "first": first, "last": last}
            for entry, (first, last) in spans
        ],
    }


def bindable(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: there is `news` to bind. Of a case with measures their papers tell: then `record` asks."""
    if not case.measured:
        news(case)


def bound_whole(case: CaseState) -> bool:
    """Whether the latest binding holds all that there is, so far as whoever reads the case looked."""
    if not case.bindings:
        return False
    last = case.bindings[-1]
    bound = [(volume.kind, row.entry) for volume in last.volumes for row in volume.rows]
    # A better word for the same paper is nothing to bind anew.
    return _untitled(bound) == _untitled(sources(plan(case)))


def news(case: CaseState) -> None:
    """Refuse STEP_MISSING where there is nothing to bind, ALREADY_BOUND where the latest binding holds all.

    A case with measures is given as it was seen `with_sheets`.
    """
    if not plan(case):
        raise refuse(
            "STEP_MISSING", step="可以入卷的文书或证据", step_en="a form or evidence to bind"
        )
    if bound_whole(case):
        raise refuse("ALREADY_BOUND", current=case.bindings[-1].version)


def _untitled(rows: Iterable[tuple[VolumeKind, Entry]]) -> list[tuple[VolumeKind, Entry]]:
    return [(kind, replace(entry, title="")) for kind, entry in rows]


def approvals_signed(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: every approval is there on paper before it is bound. Refuses BINDING_UNSIGNED with the list."""
    found = [one.title for one in unsigned(case)]
    if found:
        zh, en = "、".join(one.zh for one in found), "; ".join(one.en for one in found)
        raise refuse("BINDING_UNSIGNED", count=len(found), forms=zh, forms_en=en)


def _agency_its_own(case: CaseState, actor: Actor, at: datetime) -> None:
    bureau = BINDERS - {Role.AGENCY_OFFICER}
    if case.path is not Path.AGREEMENT and not actor.holds(*bureau):
        raise role_required(bureau, "RecordBinding")


ACT = Act(
    command=RecordBinding,
    zh="装订归档",
    en="bind the case",
    roles=BINDERS,
    streams=of_measured,
    answer=record,
    stages=frozenset(TERMINAL),
    guards=(_agency_its_own, approvals_signed, bindable),
    rank=30,
    withheld=bound_whole,
)
