"""Bind a closed case for a person: plan, print, number, keep in the vault, put on record.

The button's job and the terminal do the same. Every item whose bytes go into a volume says so in its
own custody chain; the volumes are kept under lock before the case names them.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import neo4j

from casework.actors import Actor, Viewer
from casework.acts import check
from casework.casefile import CaseFile
from casework.clocks.calendars import local_date
from casework.commands.evidence import CopyEvidence
from casework.commands.volumes import BoundVolume, RecordBinding
from casework.custody.state import EvidenceState
from casework.refusal import refuse
from casework.volumes.bind import ACT, news
from casework.volumes.plan import plan
from casework.volumes.retention import Retention, retention_of
from casework.volumes.state import Binding, Entry, Volume
from evidence.digests import digest_bytes
from evidence.errors import StoredCopyDamagedError
from evidence.forms.context import Print
from evidence.forms.make import make
from evidence.holding import object_of
from evidence.store import EvidenceStore
from evidence.volume.bind import Frame, Made, bind
from evidence.volume.keep import keep_volume
from evidence.volume.pages import MOST_BYTES, PDF, Content, NotPrintableError
from graph.cases.file import case_file
from graph.commands import execute
from stack.settings import Settings

PURPOSE: Final = "案卷装订归档"
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True)
class Order:
    """One binding: for whom, of which case, when; ``once`` names it, so that it is recorded once.

    The same order again prints the same bytes and changes nothing.
    """

    actor: Actor
    case_no: str
    at: datetime
    once: str | None = None

    def command_id(self, what: str) -> str | None:
        """The id of one of its commands."""
        return f"{self.once}:{what}" if self.once else None


async def bind_case(
    driver: neo4j.AsyncDriver,
    store: EvidenceStore,
    settings: Settings,
    order: Order,
    progress: Progress,
) -> dict[str, Any]:
    """Bind both volumes; facts for the job's result. Raises Refusal, EvidenceError."""
    eyes = Viewer(order.actor, PURPOSE)
    file = await case_file(driver, eyes, order.case_no, order.at, bureau_name=settings.bureau_name)
    if file is None:
        raise refuse("NOT_FOUND", what=f"案件 {order.case_no}", what_en=f"case {order.case_no}")
    before = _done_before(file.case.bindings, order)
    if before is not None:
        return _facts(order, before.version, before.volumes)
    check(ACT, file.case, order.actor, order.at)
    news(file.case)
    made, until = await asyncio.to_thread(_bound, store, file, order, progress)
    await _copies(driver, order, file, made)
    command = RecordBinding(
        command_id=order.command_id("bind"),
        case_no=order.case_no,
        bound_at=file.case.version,
        volumes=tuple(
            BoundVolume(one.kind, one.sha256, one.sm3, len(one.pdf), one.pages, one.spans)
            for one in made
        ),
        retain_until=until,
    )
    await execute(driver, command, order.actor, order.at)
    return _facts(order, len(file.case.bindings) + 1, made)


def _done_before(bindings: Sequence[Binding], order: Order) -> Binding | None:
    """What a run of this very order put on record before it was killed."""
    own = [one for one in bindings if (one.by.account, one.at) == (order.actor.account, order.at)]
    return own[-1] if own and order.once else None


def _facts(order: Order, version: int, volumes: Sequence[Made | Volume]) -> dict[str, Any]:
    rows = [
        {"kind": one.kind, "sha256": one.sha256, "sm3": one.sm3, "pages": one.pages}
        for one in volumes
    ]
    return {"case_no": order.case_no, "version": version, "volumes": rows}


def _bound(
    store: EvidenceStore, file: CaseFile, order: Order, progress: Progress
) -> tuple[list[Made], date]:
    """Both volumes in the vault, and the last day on which it holds all of them."""
    kept = _kept(file, order.at)
    frame = Frame(
        file.case, file.bureau_name, kept, order.actor.name, order.at, len(file.case.bindings) + 1
    )
    rows, read = plan(file.case), _reader(store, file)
    total, held = sum(map(len, rows.values())), list[datetime]()
    made: list[Made] = []
    seen = 0

    def counted(entry: Entry) -> Content:
        nonlocal seen
        seen += 1
        progress("bind", seen, total)
        return read(entry)

    for kind, entries in rows.items():
        volume = bind(kind, entries, frame, counted)
        held.append(keep_volume(store, order.case_no, volume, kept, order.at))
        made.append(volume)
    return made, local_date(min(held))


def _kept(file: CaseFile, at: datetime) -> Retention:
    return retention_of(file.case, local_date(file.case.closed_at or at))


def _reader(store: EvidenceStore, file: CaseFile) -> Callable[[Entry], Content]:
    """Reads a row: the scan or the item from the vault, else the form printed as it was issued."""
    items = _items(file)
    issued = {form.issue_id: form for form in file.case.forms}

    def read(entry: Entry) -> Content:
        kind, _, name = entry.source.partition(":")
        if kind == "form" and not entry.scan:
            form = issued[name]
            shown = Print(file.case_no, file.events, form, file.bureau_name, file.settings)
            return Content(make(store, shown, "pdf"), PDF)
        return _item(store, items[entry.scan or name])

    return read


def _items(file: CaseFile) -> Mapping[str, EvidenceState]:
    """What the vault holds for the volumes: evidence of the case, and papers of its measures."""
    items = (*(one.item for one in file.evidence), *file.measure_papers)
    return {item.evidence_id: item for item in items}


def _item(store: EvidenceStore, item: EvidenceState) -> Content:
    if item.size > MOST_BYTES:
        raise NotPrintableError(f"文件过大（{item.size:,} 字节）")
    body = b"".join(store.read(object_of(item)))
    if digest_bytes(body).sha256 != item.sha256:
        raise StoredCopyDamagedError(name=item.name)
    return Content(body, item.media_type)


async def _copies(
    driver: neo4j.AsyncDriver, order: Order, file: CaseFile, made: list[Made]
) -> None:
    """The custody chain of each bound item says which volume holds a copy."""
    rows, sums = plan(file.case), {one.kind: one.sha256 for one in made}
    known = _items(file)
    for kind, entries in rows.items():
        for entry in entries:
            source, _, name = entry.source.partition(":")
            item = known.get(entry.scan or (name if source == "evidence" else ""))
            if item is None:
                continue
            copy = CopyEvidence(
                command_id=order.command_id(f"copy:{item.evidence_id}"),
                evidence_id=item.evidence_id,
                purpose=PURPOSE,
                to=f"案卷 {order.case_no}（SHA-256 {sums[kind]}）",
                sha256=item.sha256,
            )
            await execute(driver, copy, order.actor, order.at)
